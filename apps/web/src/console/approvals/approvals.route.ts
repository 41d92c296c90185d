import type { Screen } from '../screen';

export const screens: readonly Screen[] = [
  {
    name: 'approvals',
    path: '/approvals/{-$refund}/{-$step}',
    permission: 'refund.decide',
    load: () => import('./approvals.screen'),
    entry: { to: '/approvals', order: 10, icon: 'IconUserCheck', code: 'KeyA' },
  },
];

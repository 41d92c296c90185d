import type { Screen } from '../screen';

export const screens: readonly Screen[] = [
  {
    name: 'operations',
    path: '/operations',
    permission: 'operations.read',
    load: () => import('./operations.screen'),
    entry: { to: '/operations', order: 60, icon: 'IconServer', code: 'KeyO' },
  },
];

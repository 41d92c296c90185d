import type { Screen } from '../screen';

export const screens: readonly Screen[] = [
  {
    name: 'secondPerson',
    path: '/proposals/{-$proposal}',
    permission: 'proposal.read',
    load: () => import('./proposals.screen'),
    entry: { to: '/proposals', order: 11, icon: 'IconUsers', code: 'KeyP' },
  },
];

import type { Screen } from '../screen';

export const screens: readonly Screen[] = [
  {
    name: 'inDoubt',
    path: '/desk/in-doubt/{-$refund}',
    permission: 'review.read',
    load: () => import('./in-doubt.screen'),
    entry: { to: '/desk/in-doubt', order: 40, icon: 'IconHelpOctagon', code: 'KeyU' },
  },
  {
    name: 'review',
    path: '/desk/review/{-$refund}',
    permission: 'review.read',
    load: () => import('./review.screen'),
    entry: { to: '/desk/review', order: 41, icon: 'IconTool', code: 'KeyW' },
  },
];

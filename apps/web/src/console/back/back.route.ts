import type { Screen } from '../screen';

export const screens: readonly Screen[] = [
  { name: 'back', path: '/back', permission: null, load: () => import('./back.screen') },
];

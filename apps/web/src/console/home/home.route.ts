import type { Screen } from '../screen';

export const screens: readonly Screen[] = [
  {
    name: 'home',
    path: '/',
    permission: null,
    load: () => import('./home.screen'),
    entry: { to: '/', order: 0, icon: 'IconHome', code: 'KeyH' },
  },
  { name: 'home', path: '/sign-in', permission: null, load: () => import('./home.screen') },
];

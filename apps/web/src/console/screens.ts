import type { Screen } from './screen';

const FILES = import.meta.glob<readonly Screen[]>('./*/*.route.ts', { eager: true, import: 'screens' });

/** Of all features; each brings its own, in `<feature>.route.ts`. */
export const SCREENS: readonly Screen[] = Object.values(FILES).flat();

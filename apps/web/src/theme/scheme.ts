import type { MantineColorSchemeManager, MantineColorScheme } from '@mantine/core';
import { choiceOf, rememberChoice } from './choice';

const isScheme = (text: string | undefined): text is MantineColorScheme =>
  text === 'light' || text === 'dark' || text === 'auto';

/** Light, dark, or as the system: kept in a cookie, so that the server writes it into the page. */
export const schemeManager: MantineColorSchemeManager = {
  get: (otherwise) => {
    const chosen = choiceOf('zikui-scheme');
    return isScheme(chosen) ? chosen : otherwise;
  },
  set: (scheme) => rememberChoice('zikui-scheme', scheme),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => rememberChoice('zikui-scheme', 'auto'),
};

import { useMemo } from 'react';
import { useMe } from '../api/me';
import type { Screen } from '../console/screen';
import { SCREENS } from '../console/screens';

export type Entry = Screen & Readonly<{ entry: NonNullable<Screen['entry']> }>;
const hasEntry = (screen: Screen): screen is Entry => screen.entry !== undefined;

/** The screens that this person may open, in the order of the navigation. */
export function useEntries(): readonly Entry[] {
  const { data: me } = useMe();
  return useMemo(() => {
    const isOpen = ({ permission }: Screen): boolean =>
      permission === null || (me?.permissions.includes(permission) ?? false);
    return SCREENS.filter(hasEntry)
      .filter(isOpen)
      .sort((a, b) => a.entry.order - b.entry.order);
  }, [me]);
}

import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isSame, keyOf, VIEWS, type Place, type View } from './inbox';

/** Somebody who holds a key down passes many items by; the address names where he stays. */
const ADDRESS_AFTER_MS = 120;
const HERE = '/approvals';

/** The address says which view and which item are open. What is chosen here is open at once, and the address follows. */
export function usePlace(): Readonly<{ view: View; opened: Place | null; open: (item: Place | null) => void }> {
  const { refund, step }: Readonly<{ refund?: string; step?: string }> = useParams({ strict: false });
  const { view: asked }: Readonly<{ view?: string }> = useSearch({ strict: false });
  const navigate = useNavigate();
  const view = VIEWS.find((one) => one === asked) ?? 'mine';
  const no = Number(step);
  const named = useMemo(
    () => (refund !== undefined && Number.isInteger(no) && no > 0 ? { refundId: refund, step: no } : null),
    [refund, no],
  );
  const [chosen, setChosen] = useState<Chosen | null>(null);
  // Once the address says anything new, by us or by a link, it alone is where he is.
  const isOver = chosen !== null && !isPlace(chosen.of, named);
  if (isOver) setChosen(null);
  const opened = useSame(chosen === null || isOver ? named : chosen.place);
  const isWritten = isPlace(opened, named);
  const router = useRouter();
  useEffect(() => {
    if (isWritten) return undefined;
    const write = (): void => {
      // Whoever is on his way to another screen is not called back.
      if (router.latestLocation.pathname.includes(HERE))
        void navigate({
          to: opened ? `${HERE}/${keyOf(opened)}` : HERE,
          search: view === 'mine' ? {} : { view },
          replace: true,
          resetScroll: false,
        });
    };
    const timer = setTimeout(write, named === null ? 0 : ADDRESS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isWritten, opened, named, view, navigate, router]);
  const now = useRef(named);
  useEffect(() => {
    now.current = named;
  }, [named]);
  // Whoever chooses after he waited for an answer chooses where he is then, not where he was.
  const open = useCallback((item: Place | null) => setChosen({ place: item && placeOf(item), of: now.current }), []);
  return { view, opened, open };
}

/** One object for one place, by whichever way it was come by. */
function useSame(place: Place | null): Place | null {
  const { refundId, step = 0 } = place ?? {};
  return useMemo(() => (refundId === undefined ? null : { refundId, step }), [refundId, step]);
}

/** What was chosen while the address named `of`. */
type Chosen = Readonly<{ place: Place | null; of: Place | null }>;
const placeOf = ({ refundId, step }: Place): Place => ({ refundId, step });
export const isPlace = (one: Place | null, other: Place | null): boolean =>
  one === null || other === null ? one === other : isSame(one, other);

import type { ReactNode } from 'react';
import type { Shape } from '../api/client';
import { useSaid } from '../texts/use-locale';
import { Actor } from './actor';
import styles from './parts.module.css';
import { TimeShown } from './time-shown';
import { Words } from './words';

type Entry = Shape<'TimelineEntry'>;
/** `key`: what the customer sees. `all`: what the staff sees, too. `technical`: everything. */
export type Depth = 'key' | 'all' | 'technical';

const SHOWN: Readonly<Record<Depth, ReadonlySet<Entry['depth']>>> = {
  key: new Set(['customer']),
  all: new Set(['customer', 'staff']),
  technical: new Set(['customer', 'staff', 'technical']),
};

/** One refund's story, oldest first, down to a depth. */
export function Timeline({ entries, depth }: Readonly<{ entries: readonly Entry[]; depth: Depth }>): ReactNode {
  const said = useSaid();
  const shown = entries.filter((entry) => SHOWN[depth].has(entry.depth));
  return (
    <ol className={styles.timeline}>
      {shown.map((entry) => (
        <li key={entry.id}>
          <div>
            <Words of={said(entry.text)} />
          </div>
          <div className="muted">
            <TimeShown at={entry.at} />
            {entry.actor !== 'system' && (
              <>
                {' · '}
                <Actor of={entry.actor} />
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

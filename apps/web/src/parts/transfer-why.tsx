import { declineSentence, HOLD_NAMES, PENDING_NAMES } from '@zikui/domain/shown';
import type { ReactNode } from 'react';
import { useSaid } from '../texts/use-locale';
import { Bdi } from './bdi';

type Why = Readonly<{ holdReason?: string | null; pendingReason: string | null; declineReason: string | null }>;
type Names = Readonly<Record<string, Readonly<{ he: string; en: string }>>>;

/** Why a transfer is not sent, not finished, or was declined; the gateway's own code of a decline stands behind the words. */
export function TransferWhy({
  of: { holdReason = null, pendingReason, declineReason },
}: Readonly<{ of: Why }>): ReactNode {
  const said = useSaid();
  const nameOf = (names: Names, code: string): string => (names[code] ? said(names[code]) : code);
  return (
    <>
      {holdReason !== null && <div className="muted">{nameOf(HOLD_NAMES, holdReason)}</div>}
      {pendingReason !== null && <div className="muted">{nameOf(PENDING_NAMES, pendingReason)}</div>}
      {declineReason !== null && (
        <div className="muted">
          {said(declineSentence(declineReason))} (<Bdi>{declineReason}</Bdi>)
        </div>
      )}
    </>
  );
}

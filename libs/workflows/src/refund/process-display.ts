import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { RefundStatus } from '@zikui/domain';
import { REFUND_SEARCH_ATTRIBUTES as KEYS } from './search-attributes';

export type Shown = Readonly<{ status: RefundStatus; dueAtMs: number | null }>;

/** What operators see of a process in Temporal Web: search attributes, and a few lines of current details. */
export class ProcessDisplay {
  private status: RefundStatus = 'requested';
  private dueAtMs: number | null = null;

  /** Makes the process findable by where it stands. Each call that finds a change costs one event: before a wait, and at the end. */
  publish({ status, dueAtMs }: Shown): void {
    const changes: SearchAttributeUpdatePair[] = [];
    if (status !== this.status) changes.push({ key: KEYS.status, value: status });
    if (dueAtMs !== this.dueAtMs) {
      changes.push({ key: KEYS.dueAt, value: dueAtMs === null ? null : new Date(dueAtMs) });
    }
    const needsAttention = status === 'needs_review';
    if (needsAttention !== (this.status === 'needs_review')) {
      changes.push({ key: KEYS.needsAttention, value: needsAttention });
    }
    if (changes.length > 0) upsertSearchAttributes(changes);
    this.status = status;
    this.dueAtMs = dueAtMs;
  }

  /** Tells where the process stands. Costs no event. */
  describe({ status, dueAtMs }: Shown, lines: readonly string[]): void {
    const until = dueAtMs === null ? '' : ` until ${new Date(dueAtMs).toISOString()}`;
    setCurrentDetails([`**${status}**${until}`, ...lines].join('\n\n'));
  }
}

import type { Sentence } from '../../policy/policy';
import type { TimelineDepth, TimelineKind } from '../../refund/timeline-kind';

/** One sentence of the timeline, and how deep it stands. */
export type TimelineEntry = Sentence &
  Readonly<{
    depth: TimelineDepth;
    /** Another sentence when a field of the data has that value. */
    when?: readonly Readonly<{ field: string; is: string | number | boolean | null; text: Sentence }>[];
  }>;
/** Sentences of some kinds. */
export type TimelineEntries = Readonly<Partial<Record<TimelineKind, TimelineEntry>>>;

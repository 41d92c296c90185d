import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import type { TimelineKind } from '@zikui/domain';
import type { Projected } from '@zikui/persistence';
import type { History } from './client/operator';

type HistoryEvent = NonNullable<History['events']>[number];
/** One step as a process tells it; a message also says how much of the story had to be told when it was sent off. */
type ToldStep = Readonly<{ kind: TimelineKind; about?: string }>;
type ToldMessage = Readonly<{ message: string; afterSteps: number }>;
export type ToldStory = Readonly<{ steps: readonly ToldStep[]; messages: readonly ToldMessage[] }>;

const OUTCOMES: Readonly<Record<string, TimelineKind>> = {
  settled: 'transfer_settled',
  pending: 'transfer_pending',
  declined: 'transfer_declined',
  unknown: 'transfer_unknown',
};

/**
 * What a refund's processes tell by themselves, in order, in the words of the timeline: nothing but Temporal's histories
 * is read. Of a process and its child the events are taken by their time.
 */
export function toldByHistory(...histories: readonly History[]): ToldStory {
  const all = histories.flatMap((history) => (history.events ?? []).map((event) => ({ event, history })));
  const story = new Story();
  for (const { event, history } of all.sort((a, b) => timeOf(a.event) - timeOf(b.event))) story.hear(event, history);
  return story;
}

class Story implements ToldStory {
  readonly steps: ToldStep[] = [];
  readonly messages: ToldMessage[] = [];
  private status = 'requested';
  private openStep: number | null = null;
  private isBegun = false;

  hear(event: HistoryEvent, history: History): void {
    if (event.workflowExecutionStartedEventAttributes && !this.isBegun) {
      this.isBegun = true;
      this.steps.push({ kind: 'requested' });
    }
    const signal = event.workflowExecutionSignaledEventAttributes;
    if (signal?.signalName === 'carrierEvent')
      this.scanned(valueOf(signal.input?.payloads?.[0]) as Readonly<{ status: string }>);
    const marker = event.markerRecordedEventAttributes;
    if (marker?.markerName === 'core_local_activity') {
      const told = valueOf(marker.details?.['data']?.payloads?.[0]) as Readonly<{ activity_type: string }>;
      const { activity_type: activity } = told;
      this.did(activity, summaryOf(event), valueOf(marker.details?.['result']?.payloads?.[0]), this.steps.length);
    }
    const completed = event.activityTaskCompletedEventAttributes;
    if (completed) this.completed(completed, history);
  }

  private completed(
    completed: NonNullable<HistoryEvent['activityTaskCompletedEventAttributes']>,
    history: History,
  ): void {
    const scheduled = find(history, completed.scheduledEventId);
    const started = find(history, completed.startedEventId).activityTaskStartedEventAttributes;
    const activity = scheduled.activityTaskScheduledEventAttributes?.activityType?.name ?? '';
    const result = valueOf(completed.result?.payloads?.[0]);
    // Each try of a look-up asks the gateway; those before the last learnt nothing.
    const vainTries = activity === 'lookUpTransfer' ? (started?.attempt ?? 1) - 1 : 0;
    for (let tries = 0; tries < vainTries; tries++) this.steps.push({ kind: 'looked_up' });
    this.did(activity, summaryOf(scheduled), result, this.stepsBefore(scheduled, history));
  }

  /** What had surely been told when that was scheduled: all that its own process did before. */
  private stepsBefore(scheduled: HistoryEvent, history: History): number {
    const before = (history.events ?? []).filter(({ eventId }) => Number(eventId) < Number(scheduled.eventId));
    return toldByHistory({ ...history, events: before }).steps.length;
  }

  private did(activity: string, summary: string, result: unknown, afterSteps: number): void {
    if (activity === 'tryTransfer' || activity === 'submitTransfer') this.sent(result);
    else if (activity === 'lookUpTransfer') this.lookedUp(result);
    else if (activity === 'createReturnLabel') this.steps.push({ kind: 'label_created' });
    else if (activity === 'sendMessage' || activity === 'tryMessage') this.told(summary, result, afterSteps);
    else if (isProjected(result)) this.moved(summary, result);
  }

  private sent(outcome: unknown): void {
    const kind = OUTCOMES[String(outcome)];
    if (kind) this.steps.push({ kind: 'transfer_sent' }, { kind });
  }

  private lookedUp(finding: unknown): void {
    this.steps.push({ kind: 'looked_up' });
    const kind = OUTCOMES[String(finding)];
    if (kind && finding !== 'unknown') this.steps.push({ kind });
  }

  private told(summary: string, result: unknown, afterSteps: number): void {
    if ((result as { outcome?: string } | null)?.outcome === 'later') return;
    this.messages.push({ message: summary.replace('Tell the customer: ', ''), afterSteps });
  }

  private scanned({ status }: Readonly<{ status: string }>): void {
    this.steps.push({ kind: 'parcel_scanned', about: status });
  }

  /** A transition: what was decided, then where the refund stands. */
  private moved(summary: string, { status, openStep }: Projected): void {
    if (/^Approval step \d+: approve$/.test(summary)) this.steps.push({ kind: 'approval_given' });
    if (summary.startsWith('The goods have come')) this.steps.push({ kind: 'goods_arrived' });
    if (openStep !== null && openStep.no !== this.openStep) this.steps.push({ kind: 'approval_requested' });
    if (status !== this.status) this.steps.push(...(ENTERED[status] ?? [{ kind: 'money_status', about: status }]));
    this.status = status;
    this.openStep = openStep?.no ?? null;
  }
}

const ENTERED: Readonly<Partial<Record<string, readonly ToldStep[]>>> = {
  awaiting_approval: [],
  awaiting_return: [{ kind: 'goods_awaited' }],
  processing: [{ kind: 'payment_started' }],
  cancelled: [{ kind: 'cancelled' }],
  completed: [{ kind: 'completed' }],
};

const isProjected = (result: unknown): result is Projected =>
  typeof result === 'object' && result !== null && 'status' in result && 'openStep' in result;

const timeOf = ({ eventTime }: HistoryEvent): number =>
  Number(eventTime?.seconds ?? 0) * 1000 + (eventTime?.nanos ?? 0) / 1_000_000;

const valueOf = (payload: Payload | null | undefined): unknown =>
  defaultPayloadConverter.fromPayload<unknown>(payload ?? { metadata: { encoding: Buffer.from('binary/null') } });

const summaryOf = ({ userMetadata }: HistoryEvent): string => {
  const summary = userMetadata?.summary;
  return summary ? String(valueOf(summary)) : '';
};

function find(history: History, eventId: unknown): HistoryEvent {
  const found = history.events?.find((event) => String(event.eventId) === String(eventId));
  if (!found) throw new Error(`The history has no event ${String(eventId)}`);
  return found;
}

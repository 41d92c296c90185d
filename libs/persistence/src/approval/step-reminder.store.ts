import { isReminder, publicId, RefundError, reminderChoices, type Principal, type ReminderChoice } from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import { instantText, instantTextOrNull } from '../database/instant-text';
import { newId } from '../database/new-id';
import { invalidField } from '../invalid-field';

export type StepPlace = Readonly<{ refundId: string; step: number }>;
export type StepReminder = Readonly<{
  /** Until then the step is out of this person's inbox; null when it is in it. */ remindAt: string | null;
  /** What may be chosen now. */ choices: readonly ReminderChoice[];
  /** No later than this: the step is due. */ latest: string | null;
}>;

/** Of one person. */
const MOST_REMINDERS = 200;

/** Steps that a person put aside for a while. They come back by themselves, at the latest when they are due. */
export class StepReminderStore {
  constructor(private readonly database: Database) {}

  /** Throws `refund_not_found`, `step_not_open`. */
  async find(principal: Principal, place: StepPlace): Promise<StepReminder> {
    return this.database.read({ merchantId: principal.merchantId }, async (tx) => {
      const step = await openStep(tx, principal, place);
      return reminderOf(step, step.remindAt);
    });
  }

  /** Puts the step aside until `at`, instead of any time before. Safe to repeat. Throws `refund_not_found`, `step_not_open`, `invalid_field` for a time that is past or beyond the deadline, `invalid_state` with too many. */
  async set(principal: Principal, place: StepPlace, at: string): Promise<StepReminder> {
    const { merchantId, keyId } = principal;
    return this.database.write({ merchantId }, async (tx) => {
      const step = await openStep(tx, principal, place);
      if (!isReminder(step, at)) throw invalidField('/at', 'reminder_time');
      await tx.query(DROP_PAST, [merchantId, keyId]);
      const [row] = await tx.query<{ remindAt: string }>(SET, [
        ...[newId(), merchantId, keyId, step.id, at],
        MOST_REMINDERS,
      ]);
      if (!row) throw new RefundError('invalid_state', { status: 'full' });
      return reminderOf(step, row.remindAt);
    });
  }

  /** Takes the step back at once. Safe to repeat. Throws `refund_not_found`, `step_not_open`. */
  async drop(principal: Principal, place: StepPlace): Promise<void> {
    const { merchantId, keyId } = principal;
    await this.database.write({ merchantId }, async (tx) => {
      const step = await openStep(tx, principal, place);
      await tx.query(DROP, [merchantId, keyId, step.id]);
    });
  }
}

type OpenStep = Readonly<{
  id: string;
  now: string;
  dueAt: string | null;
  timeZone: string;
  remindAt: string | null;
}>;
type FoundStep = OpenStep & Readonly<{ status: string | null; refundStatus: string }>;

async function openStep(
  tx: Tx,
  { merchantId, keyId }: Principal,
  { refundId, step: no }: StepPlace,
): Promise<OpenStep> {
  const [found] = await tx.query<FoundStep>(STEP, [merchantId, refundId, no, keyId]);
  if (!found) throw new RefundError('refund_not_found', { refund: publicId('refund', refundId) });
  if (found.status !== 'open' || found.refundStatus !== 'awaiting_approval')
    throw new RefundError('step_not_open', {
      ...{ step: no, status: found.refundStatus, decidedBy: null, outcome: null, decidedAt: null },
    });
  return { ...found, now: instantText(found.now), dueAt: instantTextOrNull(found.dueAt) };
}

const reminderOf = (step: OpenStep, remindAt: string | null): StepReminder => ({
  remindAt: instantTextOrNull(remindAt),
  choices: reminderChoices(step),
  latest: step.dueAt,
});

const STEP = `
SELECT s.id, s.status, r.status AS "refundStatus", s.due_at AS "dueAt", now() AS now, m.time_zone AS "timeZone",
  (SELECT p.remind_at FROM step_reminder p WHERE p.step_id = s.id AND p.staff_id = $4 AND p.remind_at > now()) AS "remindAt"
FROM refund r JOIN merchant m ON m.id = r.merchant_id LEFT JOIN approval_step s ON s.refund_id = r.id AND s.no = $3
WHERE r.merchant_id = $1 AND r.id = $2 ORDER BY s.round DESC NULLS LAST LIMIT 1`;
const DROP_PAST = `DELETE FROM step_reminder WHERE merchant_id = $1 AND staff_id = $2 AND remind_at <= now()`;
const SET = `
INSERT INTO step_reminder (id, merchant_id, staff_id, step_id, remind_at)
SELECT $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::timestamptz
WHERE (SELECT count(*) FROM step_reminder WHERE staff_id = $3::uuid AND step_id <> $4::uuid) < $6
ON CONFLICT (staff_id, step_id) DO UPDATE SET remind_at = excluded.remind_at RETURNING remind_at AS "remindAt"`;
const DROP = `DELETE FROM step_reminder WHERE merchant_id = $1 AND staff_id = $2 AND step_id = $3`;

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addDays, isHoliday, localDate, weekdayOf, type LocalDate, type Role } from '@zikui/domain';
import type { InboxItem, Page } from '@zikui/persistence';
import { demoMerchant, sandboxAccounts } from '../../../tools/merchant/sample-merchants';
import { sharedStack } from '../../environment/shared-stack';
import type { TestStack } from '../../environment/stack';
import { eventually } from '../client/eventually';
import { bodyOf, problemOf, type Answer } from '../client/http';
import type { ShownCommand, ShownRefund } from '../client/merchant.client';
import { Shop } from '../client/shop';
import { brokenRules } from '../invariants';

const ZONE = 'Europe/Berlin';
const REST = 'EU-DE';
const DAY_HOURS = 9;

/** The next holiday, and the first day of its weekday after it that is none. */
function holidayWeekend(today: LocalDate): Readonly<{ holiday: LocalDate; after: LocalDate; before: number }> {
  let holiday = addDays(today, 1);
  while (!isHoliday(REST, holiday)) holiday = addDays(holiday, 1);
  const isOpen = (day: LocalDate): boolean => weekdayOf(day) === weekdayOf(holiday) && !isHoliday(REST, day);
  let before = 0;
  for (let day = addDays(today, 1); day < holiday; day = addDays(day, 1)) if (isOpen(day)) before += 1;
  let after = addDays(holiday, 1);
  while (!isOpen(after)) after = addDays(after, 1);
  return { holiday, after, before };
}

/** Full hours until closing time. */
function hoursLeftToday(): number {
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: ZONE }).format();
  return Math.max(0, Math.min(DAY_HOURS, 17 - Number(hour)));
}

/** Open on one day of the week only, which is a holiday next: everything up to the week after it is one long week-end. */
const policyOf = (weekday: string, hours: number): string => `name: ladder
currency: ILS
calendar: { days: [${weekday}], from: "09:00", to: "18:00", zone: ${ZONE}, restDays: ${REST} }
eligibility:
  - { id: all, when: 'true', allow: true, he: 'הכול מותר', en: 'Everything is allowed' }
destinations: { allow: [original] }
approval:
  machines: true
  ladder:
    - id: two
      when: 'true'
      steps: [{ role: lead, hours: ${hours}, then: manager }, { allOf: [finance], hours: ${hours}, then: cfo }]
onSilence: { notStatutory: expire, afterWorkingHours: 2000 }
`;

describe('a two-step approval over a holiday week-end', () => {
  const today = localDate(new Date().toISOString(), ZONE);
  const { holiday, after, before } = holidayWeekend(today);
  // Today may be open too, for what is left of it: the working hours end on the first open day after the holiday.
  const isOpenToday = weekdayOf(today) === weekdayOf(holiday) && !isHoliday(REST, today);
  const hours = (isOpenToday ? hoursLeftToday() : 0) + before * DAY_HOURS + 8;
  let stack: TestStack;
  let shop: Shop;
  const keys = new Map<string, string>();
  const keyOf = (person: string): string => keys.get(person) ?? '';

  beforeAll(async () => {
    stack = await sharedStack();
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'zikui-ladder-')), 'ils.yaml');
    writeFileSync(file, policyOf(weekdayOf(holiday), hours));
    const merchant = await stack.addMerchant({
      ...demoMerchant(stack.webhookSecrets),
      ...{ slug: 'ladder', ...sandboxAccounts('ladder', stack.webhookSecrets) },
      ...{ policyFiles: [file], owners: { create: 'shop', decide: 'noa' } },
      decides: { role: 'lead', amountLimit: 1 },
    });
    const people: readonly (readonly [string, Role])[] = [
      ['gil', 'manager'],
      ['tal', 'manager'],
      ['yael', 'finance'],
      ['guy', 'lead'],
      ['dan', 'lead'],
    ];
    for (const [owner, role] of people)
      keys.set(
        owner,
        await stack.addKey(merchant, {
          owner,
          role,
          scopes: ['refunds:decide', 'refunds:read'],
          amountLimit: 10_000_000,
        }),
      );
    shop = new Shop(stack, merchant);
  }, 90_000);
  afterAll(() => stack.close());

  /** Why a command was refused, or null once it was carried out. On a busy machine its process may answer late. */
  async function codeOf(refundId: string, answer: Answer<ShownRefund | ShownCommand>): Promise<string | null> {
    const { status, body } = answer;
    if (status !== 202) return status === 200 ? null : problemOf(answer, status).code;
    const ended = await eventually('the command to have an end', async () => {
      const path = `/v1/refunds/${refundId}/commands/${body.id}`;
      const command = bodyOf(await shop.client.call<ShownCommand>(path), 200);
      return command.state === 'pending' ? undefined : command;
    });
    return ended.problem?.code ?? null;
  }

  it('waits for the working days, is offered to the next role, names the winner, and ends with a delegated decision', async () => {
    const gil = { person: 'gil', email: 'gil@ladder.example', locale: 'en' };
    bodyOf(await shop.client.call('/v1/approvers', { method: 'PUT', key: keyOf('gil'), body: gil }), 200);
    const { sold, refund: asked } = await shop.ask();
    const waiting = await shop.client.untilIs(asked.id, 'awaiting_approval');
    const [first] = waiting.approval.steps;
    expect(first).toMatchObject({ status: 'open', role: 'lead', escalatedTo: null });
    // Neither the week-ends nor the holiday counted.
    const dueOn = localDate(first?.dueAt ?? '', ZONE);
    expect(dueOn).toBe(after);
    expect(dueOn > holiday).toBe(true);

    expect(problemOf(await shop.client.decide(waiting, { key: keyOf('yael') }), 403).code).toBe('permission_missing');
    const moved = await shop.client.call<ShownRefund | ShownCommand>(`/v1/refunds/${waiting.id}/deadline`, {
      ...{ method: 'POST', key: keyOf('dan'), idempotencyKey: 'deadline-of-the-first-step' },
      body: { step: 1, dueAt: new Date(Date.now() + 5_000).toISOString() },
    });
    expect(await codeOf(waiting.id, moved)).toBeNull();
    const escalated = await shop.client.until(
      waiting.id,
      'the first step to be offered to the manager',
      ({ approval }) => approval.steps[0]?.escalatedTo === 'manager',
    );
    expect(escalated.status).toBe('awaiting_approval');
    const told = await shop.sandbox.mailTo(gil.email, 'not approved in time');
    expect(told.subject).toMatch(/^TEST: /);

    const answers = await Promise.all(
      ['gil', 'tal'].map((manager) => shop.client.decide(escalated, { key: keyOf(manager) })),
    );
    const codes = await Promise.all(answers.map((answer) => codeOf(escalated.id, answer)));
    expect(codes.sort()).toEqual([null, 'step_not_open']);
    const half = await shop.client.get(escalated.id);
    const winner = half.approval.steps[0]?.decision?.actor;
    const late = problemOf(await shop.client.decide(escalated, { key: keyOf('dan') }), 409);
    expect(late).toMatchObject({ code: 'step_not_open', values: { decidedBy: winner } });
    expect(half.approval.steps.map(({ status }) => status)).toEqual(['approved', 'open']);
    expect(await shop.sandbox.movements(sold.payments[0])).toEqual([]);

    const delegation = await shop.client.call('/v1/delegations', {
      ...{ method: 'POST', key: keyOf('yael'), idempotencyKey: 'while-yael-is-away' },
      body: { to: 'guy', endsAt: new Date(Date.now() + 3_600_000).toISOString() },
    });
    bodyOf(delegation, 201);
    const inbox = bodyOf(await shop.client.call<Page<InboxItem>>('/v1/approvals', { key: keyOf('guy') }), 200);
    expect(inbox.items).toMatchObject([{ refundId: half.id, step: 2, onBehalfOf: 'yael', missing: 1 }]);
    expect(await codeOf(half.id, await shop.client.decide(half, { step: 2, key: keyOf('guy') }))).toBeNull();
    const done = await shop.client.untilIs(half.id, 'completed');
    expect(done.approval.steps[1]?.decision).toMatchObject({ onBehalfOf: 'yael', role: 'finance' });

    const kinds = (await shop.client.timeline(done.id)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['deadline_changed', 'approval_escalated', 'approval_given']));
    expect(await brokenRules(stack)).toEqual({});
  });
});

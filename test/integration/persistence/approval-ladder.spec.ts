import type { ApproverSlot, Role } from '@zikui/domain';
import { newId, RefundCommandStore, RefundProcessStore, type ProjectMove, type Projected } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { storeCommand } from '../../builders/stored-command.builder';
import {
  storeColleague,
  storeMerchant,
  type StoredKey,
  type StoredMerchant,
} from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let yael: StoredKey;
let refunds: RefundProcessStore;
let commands: RefundCommandStore;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);
const write = (sql: string, ...params: unknown[]) => test.database.write((tx) => tx.query(sql, params));

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
  yael = await storeColleague(test.database, merchant, 'yael', 'finance');
  refunds = new RefundProcessStore(test.database, SECRETS);
  commands = new RefundCommandStore(test.database);
});
afterAll(() => test.close());

async function awaiting(plan: RefundPlan): Promise<StoredRefund> {
  const refund = await storeRefund(test.database, merchant, plan);
  await refunds.open(refund.at());
  return refund;
}
async function decide(
  refund: StoredRefund,
  key: StoredKey,
  over: Partial<Extract<ProjectMove, { kind: 'decision' }>> = {},
): Promise<Projected> {
  const command = await storeCommand(commands, merchant, refund, { key });
  const { snapshotHash } = refund;
  return refunds.project(refund.at(), {
    ...{ kind: 'decision', command, step: 1, actor: key.actor, outcome: 'approve', snapshotHash, reasonCode: null },
    ...over,
  });
}
const slot = (role: Role | null, more: Partial<ApproverSlot> = {}): ApproverSlot => ({
  ...{ role, team: null, limit: null },
  ...more,
});
/** Another key of the same person, the first one revoked: a rotation. */
async function rotated(key: StoredKey, role: Role): Promise<StoredKey> {
  const next = await storeColleague(test.database, merchant, key.owner, role);
  await write(`UPDATE api_key SET revoked_at = now() WHERE id = $1`, key.id);
  return next;
}
const delegate = async (
  from: StoredKey,
  to: StoredKey,
  more: { limit?: number; days?: number } = {},
): Promise<string> => {
  const id = newId();
  await write(
    `INSERT INTO delegation (id, merchant_id, from_person, to_person, amount_limit, starts_at, ends_at, made_by, key, body_hash)
     VALUES ($1, $2, $3, $4, $5, now() - interval '2 days', now() + make_interval(days => $6), 'key:test', $7, repeat('0', 64))`,
    ...[id, merchant.id, from.owner, to.owner, more.limit ?? null, more.days ?? 1, id],
  );
  return id;
};

describe('a step that asks for several approvals', () => {
  const both = { role: 'lead', slots: [slot('lead'), slot('finance')], needed: 2 } as const;

  it('stays open until all were given, and then leads on', async () => {
    const refund = await awaiting({ steps: [both] });
    expect(await decide(refund, merchant.lead)).toMatchObject({
      applied: true,
      status: 'awaiting_approval',
      openStep: { no: 1, missing: 1 },
      messages: [],
    });
    expect(await decide(refund, merchant.manager)).toMatchObject({ applied: false, refused: 'permission_missing' });
    expect(await decide(refund, yael)).toMatchObject({ status: 'processing', openStep: null });
    expect(await rows(`SELECT owner, fits FROM decision WHERE refund_id = $1 ORDER BY at`, refund.id)).toEqual([
      { owner: 'noa', fits: [0] },
      { owner: 'yael', fits: [1] },
    ]);
  });

  it('takes n of m, each of another person', async () => {
    const two = { role: 'lead', slots: [slot('lead'), slot('lead'), slot('finance')], needed: 2 } as const;
    const refund = await awaiting({ steps: [two] });
    await decide(refund, merchant.lead);
    const second = await storeColleague(test.database, merchant, merchant.lead.owner, 'finance');
    expect(await decide(refund, second)).toMatchObject({ refused: 'self_approval' });
    expect(await decide(refund, merchant.manager)).toMatchObject({ status: 'processing' });
  });

  it('is rejected by one of them, although another one approved', async () => {
    const refund = await awaiting({ steps: [both] });
    await decide(refund, merchant.lead);
    expect(await decide(refund, yael, { outcome: 'reject', reasonCode: 'abuse' })).toMatchObject({
      status: 'rejected',
    });
  });

  it('asks for members of a team as they are when the decision is recorded', async () => {
    const refund = await awaiting({ steps: [{ role: 'lead', slots: [slot(null, { team: 'vip' })], needed: 1 }] });
    expect(await decide(refund, merchant.lead)).toMatchObject({ refused: 'permission_missing' });
    await write(
      `INSERT INTO approver (id, merchant_id, person, teams, locale, digest) VALUES ($1, $2, 'noa', '{vip}', 'he', false)`,
      ...[newId(), merchant.id],
    );
    expect(await decide(refund, merchant.lead)).toMatchObject({ status: 'processing' });
  });

  it('takes several approvals at the same moment, and of two for one place the first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const refund = await awaiting({ steps: [both] });
      const answers = await Promise.all([merchant.lead, merchant.manager, yael].map((key) => decide(refund, key)));
      expect(answers.filter(({ applied }) => applied).length).toBeGreaterThanOrEqual(1);
      const places = await rows<{ fits: number[] }>(`SELECT fits FROM decision WHERE refund_id = $1`, refund.id);
      expect(new Set(places.map(({ fits }) => String(fits))).size).toBe(places.length);
    }
  });
});

describe('four eyes are persons', () => {
  it('also behind a key that was rotated, and behind a second key', async () => {
    const dan = await storeColleague(test.database, merchant, 'dan', 'lead');
    const refund = await awaiting({ steps: ['lead', 'lead'] });
    await decide(refund, dan);
    const next = await rotated(dan, 'lead');
    expect(await decide(refund, dan, { step: 2 })).toMatchObject({ refused: 'permission_missing' });
    expect(await decide(refund, next, { step: 2 })).toMatchObject({ refused: 'self_approval' });
    expect(await decide(refund, merchant.lead, { step: 2 })).toMatchObject({ status: 'processing' });
  });

  it('also when the request writes the name another way', async () => {
    const refund = await awaiting({ steps: ['lead'], requestedBy: ' Noa' });
    expect(await decide(refund, merchant.lead)).toMatchObject({ refused: 'self_approval' });
  });

  it('also when the one who is paid came as a guest, and is known by his mail only', async () => {
    const refund = await awaiting({ steps: ['lead'] });
    const hash = 'e'.repeat(64);
    await write(`UPDATE customer SET email_hash = $2 WHERE id = $1`, refund.customerId, hash);
    await write(
      `INSERT INTO approver (id, merchant_id, person, teams, locale, digest, email_hash) VALUES ($1, $2, 'gil', '{}', 'he', false, $3)`,
      ...[newId(), merchant.id, hash],
    );
    expect(await decide(refund, merchant.manager)).toMatchObject({ refused: 'self_approval' });
    // Nor by an earlier reference of the same person.
    await write(
      `INSERT INTO customer (id, merchant_id, ref, locale, email_hash) VALUES ($1, $2, 'noa', 'he', $3)`,
      ...[newId(), merchant.id, hash],
    );
    expect(await decide(refund, merchant.lead)).toMatchObject({ refused: 'self_approval' });
    await write(`DELETE FROM approver WHERE person = 'gil'`);
    await write(`DELETE FROM customer WHERE ref = 'noa'`);
  });
});

describe('the limit of a person', () => {
  it('covers what he approved for the customer before, however the refund was split', async () => {
    const omer = await storeColleague(test.database, merchant, 'omer', 'lead');
    await write(`UPDATE api_key SET amount_limit = 25000 WHERE id = $1`, omer.id);
    const first = await awaiting({ steps: ['lead'], captured: 100_000 });
    const [second, third] = [
      await awaiting({ steps: ['lead'], of: first }),
      await awaiting({ steps: ['lead'], of: first }),
    ];
    expect(await decide(first, omer)).toMatchObject({ status: 'processing' });
    expect(await decide(second, omer)).toMatchObject({ status: 'processing' });
    expect(await decide(third, omer)).toMatchObject({ refused: 'limit_exceeded' });
    expect(await decide(await awaiting({ steps: ['lead'] }), omer)).toMatchObject({ status: 'processing' });
  });

  it('is not passed by approving several at the same moment', async () => {
    const tal = await storeColleague(test.database, merchant, 'tal', 'lead');
    await write(`UPDATE api_key SET amount_limit = 25000 WHERE id = $1`, tal.id);
    const first = await awaiting({ steps: ['lead'], captured: 100_000 });
    const others = [];
    for (let count = 0; count < 4; count += 1) others.push(await awaiting({ steps: ['lead'], of: first }));
    const answers = await Promise.all([first, ...others].map((refund) => decide(refund, tal)));
    expect(answers.map(({ status }) => status).filter((status) => status === 'processing')).toHaveLength(2);
    expect(answers.filter(({ refused }) => refused === 'limit_exceeded')).toHaveLength(3);
  });
});

describe('a delegation', () => {
  it('lets another one decide with the authority of who is away, and the decision says so', async () => {
    const guy = await storeColleague(test.database, merchant, 'guy', 'lead');
    const refund = await awaiting({ steps: ['finance'] });
    expect(await decide(refund, guy)).toMatchObject({ refused: 'permission_missing' });
    const id = await delegate(yael, guy);
    expect(await decide(refund, guy)).toMatchObject({ status: 'processing' });
    expect(
      await rows(`SELECT owner, on_behalf_of, delegation_id, role FROM decision WHERE refund_id = $1`, refund.id),
    ).toEqual([{ owner: 'guy', on_behalf_of: 'yael', delegation_id: id, role: 'finance' }]);
  });

  it('never reaches further than the delegator does at that moment, and ends by itself', async () => {
    const ron = await storeColleague(test.database, merchant, 'ron', 'lead');
    const adi = await storeColleague(test.database, merchant, 'adi', 'finance');
    const refund = await awaiting({ steps: ['finance'] });
    const id = await delegate(adi, ron, { limit: 9_999 });
    expect(await decide(refund, ron)).toMatchObject({ refused: 'limit_exceeded' });
    await write(`UPDATE delegation SET amount_limit = 90000000 WHERE id = $1`, id);
    await write(`UPDATE api_key SET amount_limit = 5000 WHERE id = $1`, adi.id);
    expect(await decide(refund, ron)).toMatchObject({ refused: 'limit_exceeded' });
    await write(`UPDATE api_key SET amount_limit = 50000, revoked_at = now() WHERE id = $1`, adi.id);
    expect(await decide(refund, ron)).toMatchObject({ refused: 'permission_missing' });
    await write(`UPDATE api_key SET revoked_at = NULL WHERE id = $1`, adi.id);
    await write(`UPDATE delegation SET ends_at = now() - interval '1 minute' WHERE id = $1`, id);
    expect(await decide(refund, ron)).toMatchObject({ refused: 'permission_missing' });
  });

  it('is not passed on, and leaves both of them out of the next step', async () => {
    const ben = await storeColleague(test.database, merchant, 'ben', 'lead');
    const eli = await storeColleague(test.database, merchant, 'eli', 'lead');
    await delegate(yael, ben);
    await delegate(ben, eli);
    const refund = await awaiting({ steps: ['finance', 'lead'] });
    expect(await decide(refund, eli)).toMatchObject({ refused: 'permission_missing' });
    await decide(refund, ben);
    expect(await decide(refund, ben, { step: 2 })).toMatchObject({ refused: 'self_approval' });
    const ofYael = await storeColleague(test.database, merchant, 'yael', 'lead');
    expect(await decide(refund, ofYael, { step: 2 })).toMatchObject({ refused: 'self_approval' });
    expect(await decide(refund, eli, { step: 2 })).toMatchObject({ status: 'processing' });
  });
});

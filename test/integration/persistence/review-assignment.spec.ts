import { ApproverStore, ReviewAssignmentStore, StaffMessageStore } from '@zikui/persistence';
import { ByHand, storeKey } from '../../builders/by-hand.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { principalOf } from '../../builders/stored-command.builder';
import { storeMerchant, type StoredKey, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, type StoredRefund } from '../../builders/stored-refund.builder';
import { DECLINED, settledWith } from '../../builders/stored-review.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let people: ByHand;
let yael: StoredKey;
let omer: StoredKey;
let assignments: ReviewAssignmentStore;
let messages: StaffMessageStore;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);

beforeAll(async () => {
  test = await newDatabase();
  assignments = new ReviewAssignmentStore(test.database);
  messages = new StaffMessageStore(test.database, SECRETS);
});
beforeEach(async () => {
  merchant = await storeMerchant(test.database);
  people = await ByHand.of(test.database, merchant);
  yael = people.finance;
  omer = await storeKey(test.database, merchant, 'omer', 'ops');
  const tells = { ...principalOf(merchant, yael, 'finance'), roles: ['finance'] as const };
  const approvers = new ApproverStore(test.database, SECRETS);
  await approvers.put(tells, { person: 'yael', email: 'yael@shop.example', locale: 'en' });
});
afterAll(() => test.close());

const stuck = (): Promise<StoredRefund> => people.room.answered([DECLINED]);
const hand = (by: StoredKey, { id }: StoredRefund, to: string | null): Promise<void> =>
  assignments.assign(principalOf(merchant, by, by === omer ? 'ops' : 'finance'), { refundId: id, to });
/** To whom which mail is due now; it counts as sent afterwards. */
async function told(): Promise<readonly unknown[]> {
  const due = await messages.due(50);
  await messages.sent(due.flatMap(({ ids }) => ids));
  return due.map(({ to, news }) => [to, news.map(({ kind, step, saleRef }) => [kind, step, saleRef.slice(0, 5)])]);
}
const assigned = async ({ id }: StoredRefund): Promise<string | null | undefined> =>
  (await people.room.reviews.find(merchant.id, id))?.view.assignedTo;

describe('a refund that needs a person', () => {
  it('is handed to somebody, who is told of it in his language, once and again when it comes back to him', async () => {
    const refund = await stuck();
    await hand(omer, refund, 'Yael');
    await hand(omer, refund, 'yael');
    expect(await assigned(refund)).toBe('yael');
    const mail = ['yael@shop.example', [['review_assigned', null, 'sale-']]];
    expect(await told()).toEqual([mail]);
    await hand(omer, refund, 'omer');
    await hand(omer, refund, 'yael');
    expect(await told()).toEqual([mail]);
    const written = await rows<{ kind: string; action: string }>(
      `SELECT (SELECT count(*)::int FROM refund_event WHERE refund_id = $1 AND kind = 'review_assigned') AS kind,
         (SELECT count(*)::int FROM audit_entry WHERE action = 'review.assigned' AND chain = 'refund:' || $1) AS action`,
      refund.id,
    );
    expect(written).toEqual([{ kind: 3, action: 3 }]);
  });

  it('is taken by oneself without a mail, and given back to everybody', async () => {
    const refund = await stuck();
    await hand(yael, refund, 'yael');
    expect([await assigned(refund), await told()]).toEqual(['yael', []]);
    await hand(yael, refund, null);
    expect(await assigned(refund)).toBeNull();
  });

  it('is told of together with others in one mail, and not when somebody else has it by then', async () => {
    const [first, second, third] = [await stuck(), await stuck(), await stuck()];
    for (const refund of [first, second, third]) await hand(omer, refund, 'yael');
    await hand(omer, third, 'omer');
    const [mail, ...others] = await messages.due(50);
    expect([mail?.news.length, others]).toEqual([2, []]);
    await messages.sent(mail?.ids ?? []);
  });

  it('waits for the morning where its reader wants a digest', async () => {
    await test.query(`UPDATE approver SET digest = true WHERE merchant_id = '${merchant.id}'`);
    await hand(omer, await stuck(), 'yael');
    expect(await told()).toEqual([]);
    expect(
      await rows(
        `SELECT extract(hour FROM next_try_at AT TIME ZONE 'Asia/Jerusalem')::int AS hour FROM staff_message WHERE merchant_id = $1`,
        merchant.id,
      ),
    ).toEqual([{ hour: 8 }]);
  });

  it('goes to nobody who may not resolve it, and none that goes on by itself goes to anybody', async () => {
    const refund = await stuck();
    for (const to of ['noa', 'nobody'])
      await expect(hand(omer, refund, to)).rejects.toMatchObject({ code: 'approver_not_found' });
    const settled = await people.room.answered([settledWith(10_000)]);
    await expect(hand(omer, settled, 'yael')).rejects.toMatchObject({ code: 'invalid_state' });
    const other = await storeMerchant(test.database);
    const stranger = principalOf(other, other.lead, 'finance');
    await expect(assignments.assign(stranger, { refundId: refund.id, to: null })).rejects.toMatchObject({
      code: 'refund_not_found',
    });
    expect(await told()).toEqual([]);
  });
});

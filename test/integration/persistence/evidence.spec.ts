import type { EvidenceFiles, Principal, SealedEvidence } from '@zikui/domain';
import { EvidenceStore } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { principalOf } from '../../builders/stored-command.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type StoredRefund } from '../../builders/stored-refund.builder';

const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
let test: TestDatabase;
let merchant: StoredMerchant;
let refund: StoredRefund;
let by: Principal;
beforeAll(async () => {
  test = await newDatabase();
});
beforeEach(async () => {
  merchant = await storeMerchant(test.database);
  refund = await storeRefund(test.database, merchant, {});
  by = principalOf(merchant, merchant.lead);
});
afterAll(() => test.close());

const ask = (more: object = {}) => ({
  ...{ refundId: refund.id, noteId: null, mediaType: 'image/jpeg' as const, content: PHOTO, key: 'k1' },
  ...more,
});
const uuidOf = (id: string): string => id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const heldOf = async (): Promise<readonly string[]> =>
  (await readRows<{ content: string }>(test, `SELECT content FROM evidence WHERE refund_id = $1`, [refund.id])).map(
    ({ content }) => content,
  );

/** Keeps files beside the database, as a store of objects would. */
class Shelf implements EvidenceFiles {
  readonly files = new Map<string, string>();
  keep({ merchantId, evidenceId, sealed }: SealedEvidence): Promise<string> {
    const place = `${merchantId}/${evidenceId}`;
    this.files.set(place, sealed);
    return Promise.resolve(place);
  }
  read(held: string): Promise<string | undefined> {
    return Promise.resolve(this.files.get(held));
  }
}

describe.each([
  ['in the database', () => undefined],
  ['by somebody else', () => new Shelf()],
])('evidence that is kept %s', (_where, shelf) => {
  it('comes back as it came, once per key, and never stands in clear', async () => {
    const files = shelf();
    const store = new EvidenceStore(test.database, SECRETS, files);
    const { evidence } = await store.add(by, ask());
    expect(await store.add(by, ask())).toEqual({ evidence, replayed: true });
    await expect(store.add(by, ask({ content: Buffer.from([...PHOTO, 4]) }))).rejects.toMatchObject({
      code: 'idempotency_conflict',
    });
    const read = await store.content(merchant.id, refund.id, uuidOf(evidence.id));
    expect(read).toMatchObject({ content: PHOTO, mediaType: 'image/jpeg' });
    const kept = [...(await heldOf()), ...(files?.files.values() ?? [])];
    expect(kept).toHaveLength(files ? 2 : 1);
    expect(kept.join()).not.toContain(PHOTO.toString('base64').slice(0, 6));
  });

  it('is another merchant’s to nobody, and unreadable once its customer was erased', async () => {
    const store = new EvidenceStore(test.database, SECRETS, shelf());
    const { evidence } = await store.add(by, ask());
    const stranger = await storeMerchant(test.database);
    expect(await store.content(stranger.id, refund.id, uuidOf(evidence.id))).toBeUndefined();
    await test.database.write((tx) => tx.query(`UPDATE customer SET data_key = NULL, personal = NULL`));
    expect(await store.content(merchant.id, refund.id, uuidOf(evidence.id))).toBeUndefined();
  });
});

it('evidence that its keeper lost is not there, and what it holds of the refund stays', async () => {
  const shelf = new Shelf();
  const store = new EvidenceStore(test.database, SECRETS, shelf);
  const { evidence } = await store.add(by, ask());
  expect(await heldOf()).toEqual([`${merchant.id}/${uuidOf(evidence.id)}`]);
  shelf.files.clear();
  expect(await store.content(merchant.id, refund.id, uuidOf(evidence.id))).toBeUndefined();
  expect(await store.list(merchant.id, refund.id)).toEqual([evidence]);
});

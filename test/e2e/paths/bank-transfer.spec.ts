import { createHash, randomUUID } from 'node:crypto';
import type { BankFileView, FoundBankFile, PayeeView, ProposalView } from '@zikui/persistence';
import { sharedStack } from '../../environment/shared-stack';
import type { TestStack } from '../../environment/stack';
import { bodyOf, problemOf, type Answer } from '../client/http';
import type { ShownRefund } from '../client/merchant.client';
import { Shop } from '../client/shop';
import { expectBooksInOrder } from '../invariants';
import { heldOn } from '../rows';

const EVIDENCE = 'The customer wrote on 21 November: the card is closed';
const ACCOUNT = { name: 'Noa Levi', bank: '12', branch: '600', account: '1234567' };
const IBAN = 'IL620108000000099999999';
const FILE = { legalEntity: 'main', currency: 'ILS', payer: { name: 'Lab Ltd', iban: IBAN } };

describe('money that cannot go back to its card', () => {
  let stack: TestStack;
  let shop: Shop;
  let financeKey: string;
  let leadKey: string;
  beforeAll(async () => {
    stack = await sharedStack();
    shop = new Shop(stack, stack.merchants.lab);
    const person = (owner: string, role: 'finance' | 'lead' | 'manager') =>
      stack.addKey(stack.merchants.lab, {
        ...{ owner, scopes: ['refunds:decide', 'refunds:read', 'exports:read'], role, amountLimit: 100_000_000 },
      });
    financeKey = await person('lab-finance', 'finance');
    leadKey = await person('lab-lead', 'manager');
  }, 90_000);
  afterAll(() => stack.close());

  const post = <Shape>(path: string, body: object, key = financeKey, id = randomUUID()): Promise<Answer<Shape>> =>
    shop.client.call<Shape>(path, { method: 'POST', key, idempotencyKey: id, body: { ...body } });
  const read = <Shape>(path: string, key = financeKey): Promise<Answer<Shape>> =>
    shop.client.call<Shape>(path, { key });
  const transferOf = ({ transfers }: ShownRefund, no: number): string => transfers[no - 1]?.id ?? '';
  const resolve = <Shape>({ id }: ShownRefund, body: object): Promise<Answer<Shape>> =>
    post<Shape>(`/v1/refunds/${id}/resolutions`, { evidence: EVIDENCE, ...body });
  const givePayee = async ({ id }: ShownRefund): Promise<PayeeView> =>
    bodyOf(await post<PayeeView>(`/v1/refunds/${id}/payees`, ACCOUNT), 201);
  const confirm = ({ id, payloadHash }: ProposalView, key = leadKey): Promise<Answer<ProposalView>> =>
    post<ProposalView>(`/v1/proposals/${id}/decisions`, { outcome: 'confirm', payloadHash }, key);
  const propose = async (refund: ShownRefund, body: object): Promise<ProposalView> =>
    bodyOf(await resolve<ProposalView>(refund, body), 201);

  async function declined(): Promise<ShownRefund> {
    const { refund } = await shop.ask({ faults: [{ action: 'decline' }] });
    return shop.client.untilIs(refund.id, 'needs_review');
  }
  async function changed(refund: ShownRefund, no: number, body: object): Promise<ShownRefund> {
    const answer = await resolve(refund, { action: 'change_destination', transfer: transferOf(refund, no), ...body });
    expect([200, 202]).toContain(answer.status);
    return shop.client.untilIs(refund.id, 'awaiting_approval');
  }
  async function approved(refund: ShownRefund): Promise<void> {
    const answer = await shop.client.decide(refund, { key: leadKey });
    expect([200, 202]).toContain(answer.status);
  }
  async function inFile(): Promise<ShownRefund> {
    const refund = await declined();
    const { id: payee } = await givePayee(refund);
    await approved(await changed(refund, 1, { destination: 'manual', payee }));
    return shop.client.untilIs(refund.id, 'processing');
  }

  it('becomes store credit with the consent of the customer, once others than its finder approve', async () => {
    const refund = await declined();
    const ask = { action: 'change_destination', transfer: transferOf(refund, 1), destination: 'store_credit' };
    expect(problemOf(await resolve(refund, { ...ask, customerAgrees: false }), 422).code).toBe('consent_missing');
    expect(problemOf(await resolve(refund, ask), 422).errors).toMatchObject([{ pointer: '/customerAgrees' }]);
    const asked = await changed(refund, 1, { destination: 'store_credit', customerAgrees: true });
    expect(asked.snapshotHash).not.toBe(refund.snapshotHash);
    const alone = await shop.client.decide(asked, { key: financeKey });
    expect(problemOf(alone, 403).code).toBe('self_approval');
    await approved(asked);
    const done = await shop.client.untilIs(refund.id, 'completed');
    expect(done.transfers).toMatchObject([
      { no: 1, status: 'released' },
      { no: 2, paymentRef: 'store_credit', status: 'settled' },
    ]);
    const account = await shop.client.creditOf(done.customerRef);
    expect(account.accounts.map(({ available }) => available)).toEqual([done.payout]);
  });

  it('goes to a bank account by a file, and is done when two people read it off the statement', async () => {
    const refund = await inFile();
    const key = randomUUID();
    const made = bodyOf(await post<BankFileView>('/v1/bank-files', FILE, financeKey, key), 201);
    expect(made).toMatchObject({ transfers: 1, pending: 1, format: 'csv' });
    const again = await post<BankFileView>('/v1/bank-files', FILE, financeKey, key);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body.id).toBe(made.id);
    expect(problemOf(await post('/v1/bank-files', FILE), 422).code).toBe('nothing_to_export');

    const download = await read<string>(`/v1/bank-files/${made.id}/content`);
    expect(createHash('sha256').update(download.body).digest('hex')).toBe(made.contentHash);
    expect((await read<string>(`/v1/bank-files/${made.id}/content`)).body).toBe(download.body);
    expect(download.headers.get('content-disposition')).toContain('.csv');
    expect(download.body).toContain('"001234567"');
    expect(problemOf(await read(`/v1/bank-files/${made.id}/content`, leadKey), 403).code).toBe('permission_missing');
    const shown = bodyOf(await read<FoundBankFile>(`/v1/bank-files/${made.id}`, leadKey), 200);
    expect(shown.items).toMatchObject([{ refundId: refund.id, payee: { account: '12-600-••••567' } }]);

    const sent = await shop.client.untilIs(refund.id, 'awaiting_gateway');
    const proposal = await propose(sent, {
      ...{ action: 'mark_settled', transfer: transferOf(sent, 2), gatewayRefundId: '2026-11-30:17' },
    });
    expect(problemOf(await confirm(proposal, financeKey), 403).code).toBe('second_person_needed');
    expect([200, 202]).toContain((await confirm(proposal)).status);
    const done = await shop.client.untilIs(refund.id, 'completed');
    expect(done.transfers).toMatchObject([
      { status: 'released' },
      { paymentRef: 'manual', status: 'settled', gatewayRefundId: '2026-11-30:17' },
    ]);
    expect(done.creditNotes).toMatchObject([{ total: done.payout }]);
    const timeline = JSON.stringify(await shop.client.timeline(refund.id));
    expect(timeline).not.toContain('1234567');
  });

  it('that the bank declines waits for a person again, and holds nothing', async () => {
    const refund = await inFile();
    bodyOf(await post<BankFileView>('/v1/bank-files', FILE), 201);
    const sent = await shop.client.untilIs(refund.id, 'awaiting_gateway');
    await confirm(await propose(sent, { action: 'mark_declined', transfer: transferOf(sent, 2) }));
    const back = await shop.client.untilIs(refund.id, 'needs_review');
    expect(back.transfers).toMatchObject([{ status: 'released' }, { status: 'declined' }]);
    expect(await heldOn(stack, { saleRef: back.saleRef, email: '', customerRef: '', payments: [] })).toEqual([0]);
    await confirm(await propose(back, { action: 'fail', reason: 'Paid in cash at the counter' }));
    await shop.client.untilIs(refund.id, 'failed');
  });

  it('refuses accounts that are none, each with its field', async () => {
    const refund = await declined();
    const give = (body: object): Promise<Answer<PayeeView>> => post(`/v1/refunds/${refund.id}/payees`, body);
    const faultsOf = async (body: object) => problemOf(await give(body), 422).errors.map(({ pointer }) => pointer);
    expect(await faultsOf({ name: 'Noa Levi', iban: 'DE89370400440532013001' })).toEqual(['/iban']);
    expect(await faultsOf({ name: 'נועה לוי', iban: 'DE89370400440532013000' })).toEqual(['/name']);
    expect(await faultsOf({ ...ACCOUNT, iban: IBAN })).toEqual(['/iban']);
    expect(await faultsOf({ ...ACCOUNT, branch: '6000' })).toEqual(['/branch']);
    expect(await faultsOf({ name: 'Noa Levi' })).toEqual(['/iban', '/bank', '/branch', '/account']);
    const none = { action: 'change_destination', transfer: transferOf(refund, 1), destination: 'manual' };
    expect(problemOf(await resolve(refund, none), 422).errors).toMatchObject([{ pointer: '/payee' }]);
    await confirm(await propose(refund, { action: 'fail', reason: 'The customer asked for nothing more' }));
    await shop.client.untilIs(refund.id, 'failed');
  });

  it('leaves the books and the gateway in agreement', async () => {
    await expectBooksInOrder(stack);
  });
});

import { uuidOf, type PayeeDetails } from '@zikui/domain';
import {
  BankFileStore,
  newId,
  PayeeStore,
  RefundCommandStore,
  sha256Hex,
  type BankFileAsk,
  type BankFileView,
  type Projected,
} from '@zikui/persistence';
import type { OpenDoor } from './open-door.builder';
import { principalOf, storeCommand } from './stored-command.builder';
import type { StoredKey, StoredMerchant } from './stored-merchant.builder';
import { SECRETS, type RefundPlan, type StoredRefund } from './stored-refund.builder';
import { DECLINED, ReviewRoom } from './stored-review.builder';

export const PAYEE: PayeeDetails = {
  name: 'Dana Levi',
  account: { format: 'israeli', bank: '12', branch: '600', account: '000123456' },
};
export const PAYER: PayeeDetails = {
  name: 'Shop Ltd',
  account: { format: 'iban', iban: 'IL620108000000099999999' },
};

/** A key of a further person of a merchant. */
export async function storeKey(
  database: OpenDoor,
  merchant: StoredMerchant,
  owner: string,
  role: string,
): Promise<StoredKey> {
  const id = newId();
  const publicId = id.slice(-8);
  await database.write((tx) =>
    tx.query(
      `INSERT INTO api_key (id, merchant_id, public_id, secret_hash, mode, owner, scopes, role, amount_limit)
       VALUES ($1, $2, $3, $4, 'test', $5, '{refunds:decide}', $6, 1000000)`,
      [id, merchant.id, publicId, sha256Hex(id), owner, role],
    ),
  );
  return { id, publicId, actor: `key:${publicId}`, owner };
}

/** Refunds whose card was declined, and the people who pay them by hand instead. */
export class ByHand {
  readonly payees: PayeeStore;
  readonly files: BankFileStore;
  private readonly commands: RefundCommandStore;

  private constructor(
    database: OpenDoor,
    private readonly merchant: StoredMerchant,
    readonly finance: StoredKey,
    readonly room: ReviewRoom,
  ) {
    this.payees = new PayeeStore(database, SECRETS);
    this.files = new BankFileStore(database, SECRETS);
    this.commands = new RefundCommandStore(database);
  }

  static async of(database: OpenDoor, merchant: StoredMerchant): Promise<ByHand> {
    const finance = await storeKey(database, merchant, 'yael', 'finance');
    return new ByHand(
      database,
      merchant,
      finance,
      new ReviewRoom(database, merchant, { finance, second: merchant.lead }),
    );
  }

  /** Keeps an account for a refund; its row id. */
  async payee(refund: StoredRefund, details: PayeeDetails = PAYEE): Promise<string> {
    const ask = { refundId: refund.id, details, key: newId(), bodyHash: 'a'.repeat(64) };
    const { payee } = await this.payees.add(principalOf(this.merchant, this.finance, 'finance'), ask);
    return uuidOf('payee', payee.id) ?? '';
  }

  /** Its transfer is to go to that account; the approvers are asked. */
  async change(
    refund: StoredRefund,
    transferId: string | undefined,
    details: PayeeDetails = PAYEE,
  ): Promise<Projected> {
    const payee = await this.payee(refund, details);
    const transfer = transferId ?? null;
    return this.room.act(refund, 'change_destination', null, { transfer, destination: 'manual', payee });
  }

  async decide(
    refund: StoredRefund,
    { snapshotHash }: Projected,
    outcome: 'approve' | 'reject' = 'approve',
  ): Promise<Projected> {
    const key = this.merchant.lead;
    const command = await storeCommand(this.commands, this.merchant, refund, { key });
    const reasonCode = outcome === 'reject' ? 'abuse' : null;
    const decision = { command, step: 1, actor: key.actor, outcome, snapshotHash, reasonCode } as const;
    const decided = await this.room.refunds.project(refund.at(), { kind: 'decision', ...decision });
    await this.commands.done(command, { status: decided.status });
    return decided;
  }

  /** A refund whose money waits for a bank file, approved; with the id of the transfer by hand. */
  async planned(
    plan: RefundPlan = {},
    details: PayeeDetails = PAYEE,
  ): Promise<Readonly<{ refund: StoredRefund; transferId: string }>> {
    const refund = await this.room.answered([DECLINED], plan);
    const changed = await this.change(refund, refund.transferIds[0], details);
    await this.decide(refund, changed);
    return { refund, transferId: changed.transfers.at(-1)?.id ?? '' };
  }

  async export(over: Partial<BankFileAsk> = {}): Promise<Readonly<{ file: BankFileView; replayed: boolean }>> {
    const ask: BankFileAsk = {
      ...{ legalEntity: 'main', currency: 'ILS', format: 'csv', executeOn: null, payer: PAYER },
      ...{ key: newId(), bodyHash: 'a'.repeat(64) },
      ...over,
    };
    return this.files.create(principalOf(this.merchant, this.finance, 'finance'), ask);
  }

  read({ id }: BankFileView): Promise<string> {
    const principal = principalOf(this.merchant, this.finance, 'finance');
    return this.files.content(principal, uuidOf('bankFile', id) ?? '').then(({ text }) => text);
  }
}

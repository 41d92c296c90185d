import { money, reachOf, type Money, type Principal, type SaleLine } from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import { commandFacts, noCommandOf, type CommandFacts } from '../command/command-facts.store';
import type { Database } from '../database/database';
import { evidenceOf } from '../note/evidence.store';
import { openedNote, sealedNotes, type EvidenceView, type NoteView } from '../note/note.store';
import { FIND_REFUND_RECORD } from '../refund/refund-record.sql';
import type { RefundRecord } from '../refund/refund.record';
import { refundViewOf } from '../refund/refund-view-of';
import type { RefundView } from '../refund/refund.view';
import { CustomerVault } from '../sale/customer-vault';
import { BESIDE_STEP } from './step-evidence.sql';
import { stepReach } from './step-reach';

/** Of the person, by every reference that the house knows him by; this refund left out. Sums in its currency alone. */
export type CustomerHistory = Readonly<{
  count90d: number;
  sum90d: Money;
  count365d: number;
  sum365d: Money;
  orders365d: number;
  /** Refunds for each 10,000 orders of 365 days; null without an order. */ shareBps: number | null;
}>;
export type BoughtLine = Readonly<{ ref: string; description: string; quantity: number; total: Money }>;
export type RoutePayment = Readonly<{
  ref: string;
  gateway: string;
  captured: Money;
  /** Given back or reserved, by this refund too. */ held: Money;
  disputed: Money;
}>;

/** All that an approver looks at before he decides a step. */
export type StepEvidence = Readonly<{
  refund: RefundView;
  facts: CommandFacts;
  /** The customer's words, or those of whoever asked for him; null when there are none, or he was erased. */
  words: string | null;
  notes: readonly NoteView[];
  evidence: readonly EvidenceView[];
  bought: readonly BoughtLine[];
  payments: readonly RoutePayment[];
  history: CustomerHistory;
  /** Persons who could decide the step now. */ able: readonly string[];
}>;

type Beside = Readonly<{
  customerId: string;
  dataKey: string | null;
  sealedWords: string | null;
  lines: readonly SaleLine[];
  payments: readonly Readonly<{ ref: string; gateway: string; captured: number; held: number; disputed: number }>[];
  history: Readonly<{ count90d: number; sum90d: number; count365d: number; sum365d: number; orders365d: number }>;
}>;

/** What stands beside a decision, in one reading. */
export class StepEvidenceStore {
  private readonly vault: CustomerVault;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.vault = new CustomerVault(new SecretBox(secrets.masterKey));
  }

  /** Of a step of the newest round; `undefined` for an unknown refund, another merchant's, or a step that there is not. */
  async find(principal: Principal, refundId: string, step: number): Promise<StepEvidence | undefined> {
    const { merchantId, keyId } = principal;
    const [[record], facts, reach, [beside], notes, evidence] = await this.database.read({ merchantId }, (tx) =>
      Promise.all([
        tx.query<RefundRecord>(FIND_REFUND_RECORD, [merchantId, refundId]),
        commandFacts(tx, merchantId, refundId, noCommandOf(keyId)),
        stepReach(tx, refundId, step),
        tx.query<Beside>(BESIDE_STEP, [merchantId, refundId]),
        sealedNotes(tx, refundId),
        evidenceOf(tx, refundId),
      ]),
    );
    if (!record || !facts || !reach || !beside) return undefined;
    const { customerId, dataKey, sealedWords } = beside;
    return {
      refund: refundViewOf(record),
      facts,
      words:
        sealedWords === null ? null : (this.vault.openNote(sealedWords, dataKey, { merchantId, customerId }) ?? null),
      notes: notes.map((note) => openedNote(this.vault, note, { dataKey, customerId, merchantId })),
      evidence,
      ...inMoney(beside, record.currency),
      able: reachOf(reach.refund, reach.step, reach.house),
    };
  }
}

function inMoney(
  { lines, payments, history }: Beside,
  currency: string,
): Pick<StepEvidence, 'bought' | 'payments' | 'history'> {
  const amount = (minor: number): Money => money(minor, currency);
  const { count365d, orders365d } = history;
  return {
    bought: lines.map(({ ref, description, quantity, total }) => ({
      ref,
      description,
      quantity,
      total: amount(total),
    })),
    payments: payments.map(({ ref, gateway, captured, held, disputed }) => ({
      ...{ ref, gateway, captured: amount(captured), held: amount(held), disputed: amount(disputed) },
    })),
    history: {
      ...history,
      sum90d: amount(history.sum90d),
      sum365d: amount(history.sum365d),
      shareBps: orders365d === 0 ? null : Math.round((count365d * 10_000) / orders365d),
    },
  };
}

import {
  DisputeInboxStore,
  GatewayInboxStore,
  InboxStore,
  RefundCommandStore,
  RefundProcessStore,
  TransferStore,
  type GatewayAnswer,
} from '@zikui/persistence';
import { byProcess } from './by-process.builder';
import { ByHand } from './by-hand.builder';
import type { TestDatabase } from './database.builder';
import { disputeNews } from './dispute-news.builder';
import { storeCommand } from './stored-command.builder';
import { storeMerchant, type StoredMerchant } from './stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from './stored-refund.builder';

/** Refunds of one merchant in the states where something can go wrong, all of them as the product leaves them. */
export type AuditedWorld = Readonly<{
  merchant: StoredMerchant;
  other: StoredMerchant;
  /** Two people approved it, two payments paid it. */ completed: StoredRefund;
  credited: StoredRefund;
  /** Its transfer was declined: it waits for a person. */ reviewed: StoredRefund;
  /** Its transfer is pending at the gateway. */ pending: StoredRefund;
  /** Its money came back after completion; its repair waits to be started. */ reversed: StoredRefund;
  /** The money of one of its two payments came back, and a person has to choose. */ repairing: StoredRefund;
  /** It waits for an approval. */ asked: StoredRefund;
  /** Its card declined it, and a bank is asked to pay it. */ byHand: Readonly<{
    refund: StoredRefund;
    transferId: string;
  }>;
}>;

export async function storeAuditedWorld({ database }: TestDatabase): Promise<AuditedWorld> {
  const [merchant, other] = [await storeMerchant(database), await storeMerchant(database)];
  const refunds = new RefundProcessStore(database, SECRETS);
  const transfers = byProcess(database, new TransferStore(database, SECRETS));
  const commands = new RefundCommandStore(database);
  let movements = 0;

  const open = async (plan: RefundPlan = {}): Promise<StoredRefund> => {
    const refund = await storeRefund(database, merchant, plan);
    await refunds.open(refund.at());
    return refund;
  };
  const approve = async (refund: StoredRefund, step: number, key: StoredMerchant['lead']): Promise<void> => {
    const command = await storeCommand(commands, merchant, refund, { key });
    const decision = { command, step, actor: key.actor, outcome: 'approve', reasonCode: null } as const;
    const at = { ...decision, kind: 'decision', snapshotHash: refund.snapshotHash } as const;
    await commands.done(command, { ...(await refunds.project(refund.at(), at)) });
  };
  const answer = async (refund: StoredRefund, kind: 'settled' | 'pending' | 'declined'): Promise<string[]> => {
    const references: string[] = [];
    for (const transferId of refund.transferIds) {
      const claimed = await transfers.claim(transferId);
      if (claimed.kind !== 'send') throw new Error('expected a claim');
      const gatewayRefundId = `re_${(movements += 1)}`;
      const { amount } = claimed.ask;
      const answers: Readonly<Record<typeof kind, GatewayAnswer>> = {
        settled: { kind: 'settled', gatewayRefundId, amount },
        pending: { kind: 'pending', gatewayRefundId, amount, reason: 'processing' },
        declined: { kind: 'declined', gatewayRefundId, reason: 'expired_or_canceled_card' },
      };
      await transfers.record(claimed.attemptId, answers[kind]);
      references.push(claimed.ask.reference);
    }
    return references;
  };
  const money = (refund: StoredRefund) =>
    refunds.project(refund.at(), { kind: 'money', exhausted: false, unanswered: [] });

  const comesBack = (refund: StoredRefund, reference: string, amount: number) =>
    new GatewayInboxStore(database).receive(merchant.id, 'stripe', {
      eventId: `evt_reversed_${movements}`,
      type: 'refund.failed',
      occurredAt: new Date().toISOString(),
      reference,
      gatewayRefundId: `re_${movements}`,
      gatewayRef: refund.gatewayRefs.at(-1) ?? '',
      outcome: { status: 'declined', amount: { amount, currency: 'ILS' }, pendingReason: null, reason: 'returned' },
    });

  const completed = await open({ amounts: [7_000, 3_000], steps: ['lead', 'lead'] });
  await approve(completed, 1, merchant.lead);
  await approve(completed, 2, merchant.manager);
  await answer(completed, 'settled');
  await refunds.finish(completed.at());

  const credited = await open({ storeCredit: { bonus: 500, months: 12 } });
  await refunds.finish(credited.at());

  const reviewed = await open();
  await answer(reviewed, 'declined');
  await money(reviewed);

  const pending = await open();
  await answer(pending, 'pending');
  await money(pending);

  const reversed = await open();
  const [reference = ''] = await answer(reversed, 'settled');
  await refunds.finish(reversed.at());
  await comesBack(reversed, reference, 10_000);

  const repairing = await open({ amounts: [6_000, 4_000] });
  const [, second = ''] = await answer(repairing, 'settled');
  await refunds.finish(repairing.at());
  await comesBack(repairing, second, 4_000);
  await refunds.openRepair(repairing.at({ runId: 'repair' }), 1);

  // Disputed after it was paid back, and lost: people were told.
  const disputed = await open();
  await answer(disputed, 'settled');
  await refunds.finish(disputed.at());
  for (const news of [{ funds: 'withdrawn' }, { status: 'lost' }] as const) {
    const told = disputeNews(disputed.gatewayRefs[0] ?? '', { ...news, amount: { amount: 15_000, currency: 'ILS' } });
    await new DisputeInboxStore(database).receive(merchant.id, 'stripe', told);
  }

  const asked = await open({ steps: ['lead'] });

  const people = await ByHand.of(database, merchant);
  const byHand = await people.planned();
  await people.export();
  await people.room.follow(byHand.refund);
  // Its process was told.
  const inbox = new InboxStore(database);
  for (const { inboxId } of await inbox.due(50)) await inbox.signalled(inboxId);
  return { merchant, other, completed, credited, reviewed, pending, reversed, repairing, asked, byHand };
}

import type { Projected, ProjectMove } from '@zikui/activities';
import { asksGateway, type ResolutionAction } from '@zikui/domain';
import { lookUpNow } from '../transfer/gateway-calls';
import type { RefundMoney } from '../transfer/refund-money';

type Resolution = Extract<ProjectMove, { kind: 'resolution' }>;
/** What of a refund's process a resolution touches. */
type Resolved = Readonly<{
  input: Readonly<{ merchantId: string }>;
  money: RefundMoney;
  askAgain(): void;
  project(move: ProjectMove, summary: string): Promise<Projected>;
}>;

/** Carries out what a person resolved: the gateway is asked first where the act depends on it, the rows decide, and the transfers go on from there. */
export async function resolve(refund: Resolved, move: Resolution): Promise<Projected> {
  const finding = asksGateway(move.action) ? await ask(refund, move.transfer) : null;
  if (ASKS_AGAIN.includes(move.action)) refund.askAgain();
  const projected = await refund.project({ ...move, finding }, `Resolved by a person: ${move.action}`);
  if (projected.refused === null && move.action === 'retry') refund.money.find(move.transfer)?.retry();
  return projected;
}

/** Acts after which approvers or goods are waited for. */
const ASKS_AGAIN: readonly ResolutionAction[] = ['await_goods', 'ask_approval', 'change_destination'];

/** Asks the gateway what became of a transfer. Its answer is recorded by the asking itself. */
async function ask(refund: Resolved, transferId: string | null): Promise<Resolution['finding']> {
  const transfer = refund.money.find(transferId);
  if (!transfer?.goesToGateway) return 'no_answer';
  const found = await lookUpNow(refund.input.merchantId, transfer);
  if (found === 'no_answer' || found === 'nothing' || found === 'no_look_up') return found;
  transfer.take(found);
  return 'found';
}

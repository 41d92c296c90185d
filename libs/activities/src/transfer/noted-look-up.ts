import type { GatewayAsk, GatewayOutcome, PaymentGateway } from '@zikui/domain';
import type { LookUpNote, TransferBook } from './transfer.ports';

/** What the gateway holds of an attempt, `undefined` when it holds nothing; or why it could not be asked. */
export type LookedUp = Readonly<{ found: GatewayOutcome | undefined } | { error: unknown }>;

/** Asks the gateway what it holds of an attempt, and notes in the refund's timeline that it was asked. Throws only when that cannot be written. */
export async function notedLookUp(
  transfers: Pick<TransferBook, 'noteLookUp'>,
  gateway: PaymentGateway,
  attemptId: string,
  call: GatewayAsk,
): Promise<LookedUp> {
  const looked = await lookUp(gateway, call);
  await transfers.noteLookUp(call.account.merchantId, attemptId, noteOf(looked, gateway));
  return looked;
}

async function lookUp(gateway: PaymentGateway, call: GatewayAsk): Promise<LookedUp> {
  try {
    return { found: await gateway.findRefund(call) };
  } catch (error) {
    return { error };
  }
}

function noteOf(looked: LookedUp, { capabilities }: PaymentGateway): LookUpNote {
  if ('error' in looked) return 'no_answer';
  if (looked.found !== undefined) return 'found';
  return capabilities.lookUp.by === 'none' ? 'no_look_up' : 'nothing';
}

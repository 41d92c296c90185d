import { DESTINATION_NAMES, fillIn, localDate, publicId, rejectionSentence, type MessageContent } from '@zikui/domain';
import type { CustomerContact } from '../sale/customer-vault';
import type { MessageFacts } from './message-facts';

/** What the message says, to a customer who can be reached by mail. */
export function messageContent(
  facts: MessageFacts,
  to: Readonly<{ name: CustomerContact['name']; address: string }>,
  portalUrl: string | null,
): MessageContent {
  const { kind, locale, currency, parcel } = facts;
  return {
    kind,
    locale,
    test: facts.mode === 'test',
    // The same on every repeat, so that a mail that was sent twice is shown once.
    messageId: `${facts.id}@${facts.merchantSlug}.zikui`,
    to,
    merchantName: facts.merchantName,
    saleRef: facts.saleRef,
    refundRef: publicId('refund', facts.refundId),
    payout: { amount: facts.payout, currency },
    transfers: paidTransfers(facts),
    reasonText: reasonText(facts),
    creditNoteNumber: kind === 'refund_returned' ? facts.counterNote : facts.creditNote,
    returned: kind === 'refund_returned' ? { amount: returnedAmount(facts), currency } : null,
    labelUrl: parcel?.labelUrl ?? null,
    trackingCode: parcel?.trackingCode ?? null,
    dueOn: dueOn(facts),
    creditExpiresOn: facts.creditExpiresOn,
    portalUrl,
  };
}

/** Only what surely moved, or is on its way at the gateway; of money that came back, what moved in vain. */
function paidTransfers({ kind, transfers, currency, locale }: MessageFacts): MessageContent['transfers'] {
  const paid = transfers.filter(({ status, isReplaced }) =>
    kind === 'refund_returned' ? status === 'reversed' && !isReplaced : status === 'settled' || status === 'pending',
  );
  return paid.map(({ no, destination, amount, gatewayRefundId }) => {
    const name = DESTINATION_NAMES[destination === 'payment' ? 'original' : destination][locale];
    return {
      label: paid.length > 1 ? `${name} ${String(no)}` : name,
      amount: { amount, currency },
      reference: gatewayRefundId,
    };
  });
}

/** What came back and nothing pays anew. */
const returnedAmount = ({ transfers }: MessageFacts): number =>
  transfers
    .filter(({ status, isReplaced }) => status === 'reversed' && !isReplaced)
    .reduce((total, { amount }) => total + amount, 0);

/** Why a request was refused: the words of whoever rejected it, else what the reason code or the policy says. */
function reasonText({ kind, rejection, explanation, locale, timeZone }: MessageFacts): string | null {
  if (kind !== 'refund_rejected') return null;
  if (rejection) return rejection.note ?? rejectionSentence(rejection.reasonCode)[locale];
  const spoke = explanation.findLast(({ source }) => source === 'policy');
  return spoke ? fillIn(locale, spoke, spoke.values, timeZone) : rejectionSentence(null)[locale];
}

/** The last local day: for sending the goods, or on which the money is due by law. */
function dueOn({ kind, goods, payBy, timeZone }: MessageFacts): string | null {
  if (kind !== 'return_instructions') return payBy;
  const endsAt = goods?.dueAt ?? null;
  return endsAt === null ? null : localDate(new Date(Date.parse(endsAt) - 1).toISOString(), timeZone);
}

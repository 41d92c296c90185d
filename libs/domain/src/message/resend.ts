/** So often one message is sent again within a day. */
export const MOST_RESENDS_A_DAY = 3;

export type ResendFacts = Readonly<{
  status: 'queued' | 'sending' | 'sent' | 'delivered' | 'bounced' | 'failed' | 'suppressed';
  /** A newer state made it untrue. */ isOvertaken: boolean;
  hasAddress: boolean;
}>;

/** Whether a message may be sent once more: it had its end, is still true, and somebody can be reached. Pure. */
export const mayResend = ({ status, isOvertaken, hasAddress }: ResendFacts): boolean =>
  status !== 'queued' && status !== 'sending' && !isOvertaken && hasAddress;

import type { TransferStatus } from './transfer-status';

/** A transfer that was made in the place of another one, which was given up or had come back. */
export type StandIn = Readonly<{ status: TransferStatus }>;
export type StandInFate = 'none' | 'release' | 'paid_twice';

/**
 * What becomes of the newest stand-in of a transfer once the money of that transfer has moved after all. One that was
 * not sent must not be sent any more; one that was, or may have been, pays the same money a second time.
 */
export const standInFate = (standIn: StandIn | null): StandInFate => (standIn === null ? 'none' : FATE[standIn.status]);

const RELEASED = 'released:';
/** Under which name a process is told that a stand-in will not be sent. */
export const releasedEvent = (transferId: string): string => `${RELEASED}${transferId}`;
export const isReleasedEvent = (eventId: string): boolean => eventId.startsWith(RELEASED);

const FATE: Readonly<Record<TransferStatus, StandInFate>> = {
  planned: 'release',
  declined: 'release',
  sending: 'paid_twice',
  pending: 'paid_twice',
  in_doubt: 'paid_twice',
  settled: 'paid_twice',
  // Nothing of it is with the customer, and it is sent by nobody.
  reversed: 'none',
  released: 'none',
};

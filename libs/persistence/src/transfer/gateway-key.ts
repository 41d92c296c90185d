import { hmacHex, sha256Hex } from '../database/keyed-hash';

/** The recorded facts that name one attempt, whatever row ids a restored database gives it. */
export type AttemptFacts = Readonly<{ merchantId: string; requestKey: string; transferNo: number; attemptNo: number }>;
export type AttemptNames = Readonly<{ gatewayKey: string; reference: string }>;

/** The idempotency key and our reference of an attempt. Changing what goes in here moves money twice after a restore. */
export function attemptNames(secret: string, facts: AttemptFacts): AttemptNames {
  const named = (label: string): string =>
    hmacHex(
      secret,
      [label, facts.merchantId, facts.requestKey, String(facts.transferNo), String(facts.attemptNo)].join('\n'),
    );
  return { gatewayKey: `zk_${named('key')}`, reference: `zr_${named('reference')}` };
}

/** By which a bank names a transfer on its statement; the same after a restore, so that its bank knows it again. 34 of the 35 characters that banks carry. */
export const endToEndId = (secret: string, facts: Omit<AttemptFacts, 'attemptNo'>): string =>
  `ZK${hmacHex(secret, ['bank', facts.merchantId, facts.requestKey, String(facts.transferNo)].join('\n')).slice(0, 32)}`;

export type AskedOfGateway = Readonly<{
  gateway: string;
  gatewayRef: string;
  reference: string;
  amount: number;
  currency: string;
}>;
/** Hash of all that is asked under a key: a key is never used for anything else. */
export const requestHash = ({ gateway, gatewayRef, reference, amount, currency }: AskedOfGateway): string =>
  sha256Hex([gateway, gatewayRef, reference, String(amount), currency].join('\n'));

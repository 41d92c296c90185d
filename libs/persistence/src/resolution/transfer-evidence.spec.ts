import { LOOK_UPS_MS, PENDING_LIMIT_MS } from '@zikui/domain';
import type { ReviewRecord } from './review-record';
import { transferEvidence } from './transfer-evidence';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SENT = Date.parse('2026-11-24T09:40:02Z');
type Transfer = ReviewRecord['transfers'][number];

const after = (ms: number): string => new Date(SENT + ms).toISOString();
const ATTEMPT: Transfer['attempts'][number] = {
  ...{ no: 1, status: 'unknown', reference: 'rf_1/tr_1', requestHash: 'a'.repeat(64), sends: 1 },
  ...{ sentAt: after(0), answeredAt: null, gatewayRefundId: null, evidence: null },
};
const UNKNOWN: Transfer = {
  ...{ id: '0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', no: 1, gateway: 'stripe', destination: 'payment', amount: 33_250 },
  ...{ status: 'in_doubt', replacesId: null, isHeld: false, pendingReason: null, declineReason: null },
  ...{ openSince: after(MINUTE), attempts: [ATTEMPT] },
};
const told = (
  transfer: Partial<Transfer>,
  elapsedMs = 0,
  { status = 'in_doubt', keyLifetimeMs = DAY }: Partial<{ status: ReviewRecord['status']; keyLifetimeMs: number }> = {},
) =>
  transferEvidence(
    { ...UNKNOWN, ...transfer },
    { currency: 'ILS', status, now: after(MINUTE + elapsedMs) },
    {
      lookUpsMs: LOOK_UPS_MS,
      pendingLimitMs: PENDING_LIMIT_MS,
      gateways: { stripe: { keyLifetimeMs, pendingLimitMs: 3 * DAY } as never },
    },
  );

describe('the evidence of a transfer', () => {
  it('says when the gateway is asked next, by the schedule and since when it is open', () => {
    expect(told({}).nextLookUpAt).toBe(after(2 * MINUTE));
    expect(told({}, 10 * MINUTE).nextLookUpAt).toBe(after(31 * MINUTE));
    expect(told({}, 8 * DAY).nextLookUpAt).toBeNull();
  });

  it('stops asking about a pending transfer where its gateway has no more time', () => {
    expect(told({ status: 'pending' }, 2 * DAY - 1).nextLookUpAt).toBe(after(2 * DAY + MINUTE));
    expect(told({ status: 'pending' }, 2 * DAY).nextLookUpAt).toBeNull();
  });

  it('asks about nothing that is decided, goes to no gateway, or belongs to a refund that is over', () => {
    expect(told({ status: 'settled' }).nextLookUpAt).toBeNull();
    expect(told({ destination: 'manual', status: 'pending' }).nextLookUpAt).toBeNull();
    expect(told({}, 0, { status: 'failed' }).nextLookUpAt).toBeNull();
  });

  it('says until when the gateway keeps the key of what was sent', () => {
    expect(told({}).sameKeyUntil).toBe(after(DAY));
    expect(told({ status: 'settled' }).sameKeyUntil).toBeNull();
    expect(told({ attempts: [{ ...ATTEMPT, sentAt: null }] }).sameKeyUntil).toBeNull();
    expect(told({}, 0, { keyLifetimeMs: 0 }).sameKeyUntil).toBeNull();
  });
});

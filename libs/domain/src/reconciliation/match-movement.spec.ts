import { TRANSFER_STATUSES, type TransferStatus } from '../transfer/transfer-status';
import type { GatewayMovement, MovementStatus } from './gateway-movement';
import { matchLedger, matchMissing, matchMovement, type KnownTransfer } from './match-movement';
import { ReconciliationTotals } from './totals';

const ILS = (amount: number) => ({ amount, currency: 'ILS' });
const theirs = (status: MovementStatus, over: Partial<GatewayMovement> = {}): GatewayMovement => ({
  gatewayRefundId: 're_1',
  reference: 'zr_1',
  gatewayRef: 'pi_1',
  amount: ILS(500),
  status,
  createdAt: '2026-11-01T10:00:00Z',
  ...over,
});
const ours = (status: TransferStatus, over: Partial<KnownTransfer> = {}): KnownTransfer => ({
  transferId: 't1',
  refundId: 'r1',
  status,
  amount: ILS(500),
  gatewayRefundId: 're_1',
  sentAt: '2026-11-01T09:59:59Z',
  posted: status === 'settled' ? 500 : 0,
  ...over,
});

describe('a movement in the list of a gateway', () => {
  const TABLE: Readonly<Record<TransferStatus, readonly string[]>> = {
    planned: ['status_differs', 'status_differs', '-', 'status_differs'],
    sending: ['-', '-', '-', '-'],
    pending: ['status_differs', '-', 'status_differs', 'status_differs'],
    in_doubt: ['status_differs', 'status_differs', 'status_differs', '-'],
    declined: ['status_differs', 'status_differs', '-', 'status_differs'],
    settled: ['-', 'status_differs', 'status_differs', 'status_differs'],
    reversed: ['status_differs', 'status_differs', '-', 'status_differs'],
    released: ['status_differs', 'status_differs', '-', 'status_differs'],
  };
  it.each(TRANSFER_STATUSES)(
    'that is settled, pending, declined or unknown there is compared with a %s transfer',
    (status) =>
      expect(
        (['settled', 'pending', 'declined', 'unknown'] as const).map(
          (said) => matchMovement(theirs(said), ours(status))?.kind ?? '-',
        ),
      ).toEqual(TABLE[status]),
  );

  it('of no transfer of ours is a difference when money moved or may have', () => {
    expect(matchMovement(theirs('settled', { reference: null }), null)).toEqual({
      kind: 'missing_here',
      subject: 're_1',
      refundId: null,
      transferId: null,
      gatewayRefundId: 're_1',
      at: '2026-11-01T10:00:00Z',
      ours: null,
      theirs: { status: 'settled', amount: ILS(500) },
    });
    expect(matchMovement(theirs('pending'), null)?.kind).toBe('missing_here');
    expect(matchMovement(theirs('declined'), null)).toBeNull();
  });

  it('under our reference beside the known one is a second movement, unless it moved nothing', () => {
    expect(matchMovement(theirs('settled', { gatewayRefundId: 're_2' }), ours('settled'))?.kind).toBe(
      'second_movement',
    );
    expect(matchMovement(theirs('declined', { gatewayRefundId: 're_2' }), ours('settled'))).toBeNull();
  });

  it('of another amount or currency differs in that', () => {
    expect(matchMovement(theirs('settled', { amount: ILS(499) }), ours('settled'))?.kind).toBe('amount_differs');
    const dollars = { amount: 500, currency: 'USD' };
    expect(matchMovement(theirs('settled', { amount: dollars }), ours('settled'))?.kind).toBe('amount_differs');
    expect(matchMovement(theirs('declined', { amount: ILS(499) }), ours('declined'))).toBeNull();
  });

  it('is found by our reference although its id was never recorded', () =>
    expect(matchMovement(theirs('settled'), ours('in_doubt', { gatewayRefundId: null }))).toMatchObject({
      kind: 'status_differs',
      transferId: 't1',
      gatewayRefundId: 're_1',
    }));
});

describe('a transfer', () => {
  it('that the gateway does not list is a difference while it claims that money moved or is on its way', () =>
    expect(TRANSFER_STATUSES.filter((status) => matchMissing(ours(status)) !== null)).toEqual(['pending', 'settled']));

  it('stands in the ledger exactly when it is settled', () => {
    for (const status of TRANSFER_STATUSES) expect(matchLedger(ours(status))).toBeNull();
    expect(matchLedger(ours('settled', { posted: 0 }))?.kind).toBe('ledger_differs');
    expect(matchLedger(ours('settled', { posted: 499 }))?.kind).toBe('ledger_differs');
    expect(matchLedger(ours('declined', { posted: 500 }))?.kind).toBe('ledger_differs');
  });
});

describe('the totals of a day', () => {
  it('are kept per currency, and count only what settled', () => {
    const totals = new ReconciliationTotals();
    totals.addOurs(ours('settled'));
    totals.addOurs(ours('declined'));
    totals.addOurs(ours('settled', { amount: { amount: 7, currency: 'JPY' }, posted: 6 }));
    totals.addTheirs(theirs('settled', { amount: ILS(300) }));
    totals.addTheirs(theirs('pending'));
    expect(totals.list).toEqual([
      { currency: 'ILS', ours: 500, theirs: 300, ledger: 500 },
      { currency: 'JPY', ours: 7, theirs: 0, ledger: 6 },
    ]);
  });
});

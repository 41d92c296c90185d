import { REFUND_STATUSES, TRANSFER_STATUSES } from '@zikui/domain/shown';
import en from '../texts/en/parts.json';
import he from '../texts/he/parts.json';
import { REFUND_BADGES, shownTransferStatus, TRANSFER_BADGES } from './badges';

describe('badges', () => {
  it.each(REFUND_STATUSES)('show the refund status %s by icon and by words in both languages', (status) => {
    expect(REFUND_BADGES[status].icon).toMatch(/^Icon/);
    expect(he.refundStatus[status]).toMatch(/[א-ת]/);
    expect(en.refundStatus[status]).toMatch(/^[A-Z][a-z ]+$/);
  });

  it.each([...TRANSFER_STATUSES, 'funding_needed' as const])('show the transfer status %s likewise', (status) => {
    expect(TRANSFER_BADGES[status].icon).toMatch(/^Icon/);
    expect(he.transferStatus[status]).toMatch(/[א-ת]/);
    expect(en.transferStatus[status]).toMatch(/^[A-Z][a-z ]+$/);
  });

  it('say that funding is needed where a pending transfer waits for it', () => {
    expect(shownTransferStatus('pending', 'insufficient_funds')).toBe('funding_needed');
    expect(shownTransferStatus('pending', 'processing')).toBe('pending');
    expect(shownTransferStatus('settled', 'insufficient_funds')).toBe('settled');
  });

  it('never call anything failed or bad of which nobody knows what became', () => {
    expect([REFUND_BADGES.in_doubt.tone, TRANSFER_BADGES.in_doubt.tone]).toEqual(['unknown', 'unknown']);
  });
});

import { attemptNames } from './gateway-key';

const facts = {
  merchantId: '0198a5a0-0000-7000-8000-000000000001',
  requestKey: 'f'.repeat(64),
  transferNo: 1,
  attemptNo: 1,
};

describe('the names of an attempt', () => {
  // Pinned: another key for the same facts would move the money again after a restore.
  it('never change', () =>
    expect(attemptNames('secret', facts)).toEqual({
      gatewayKey: 'zk_5a9346b9939205011456a7ea365b86b41fd6d486af32d783ce443acbbfb52239',
      reference: 'zr_fb93f451a40fa50e335939957ebec033e3d96c1335d1ea8c6c121dcd5c1f992b',
    }));

  it('differ by secret, merchant, request, transfer and attempt, and between key and reference', () => {
    const others = [
      attemptNames('other', facts),
      attemptNames('secret', { ...facts, merchantId: facts.merchantId.replace('1', '2') }),
      attemptNames('secret', { ...facts, requestKey: 'e'.repeat(64) }),
      attemptNames('secret', { ...facts, transferNo: 2 }),
      attemptNames('secret', { ...facts, attemptNo: 2 }),
      attemptNames('secret', { ...facts, transferNo: 11, attemptNo: 1 }),
      attemptNames('secret', { ...facts, transferNo: 1, attemptNo: 11 }),
    ];
    const all = [attemptNames('secret', facts), ...others].flatMap(({ gatewayKey, reference }) => [
      gatewayKey.slice(3),
      reference.slice(3),
    ]);
    expect(new Set(all).size).toBe(all.length);
  });
});

import { RefundError } from '@zikui/domain';
import { openPatiently } from './open-patiently';

const opening = (failures: number, error: Error): (() => Promise<string>) => {
  let tries = 0;
  return () => (tries++ < failures ? Promise.reject(error) : Promise.resolve('open'));
};

describe('opening patiently', () => {
  it('tries again while the other side is away', async () =>
    expect(await openPatiently(opening(2, new RefundError('unavailable')), 60_000)).toBe('open'));

  it('gives up when its patience ends', async () =>
    expect(openPatiently(opening(9, new RefundError('unavailable')), -1)).rejects.toThrow('unavailable'));

  it('does not try again what can never work', async () =>
    expect(openPatiently(opening(1, new Error('password authentication failed')), 60_000)).rejects.toThrow('password'));
});

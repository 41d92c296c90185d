import { TokenBucket } from './token-bucket';

const callsAllowed = (bucket: TokenBucket, key: string, calls: number, nowMs: number): number =>
  Array.from({ length: calls }, () => bucket.take(key, nowMs)).filter(({ allowed }) => allowed).length;

describe('a bucket', () => {
  it('allows so many calls a second', () => {
    const bucket = new TokenBucket(10);
    expect(callsAllowed(bucket, 'a', 15, 1_000)).toBe(10);
    expect(callsAllowed(bucket, 'a', 15, 1_500)).toBe(5);
    expect(callsAllowed(bucket, 'a', 15, 9_000)).toBe(10);
  });

  it('keeps keys apart', () => {
    const bucket = new TokenBucket(1);
    expect(callsAllowed(bucket, 'a', 5, 0)).toBe(1);
    expect(callsAllowed(bucket, 'b', 5, 0)).toBe(1);
  });

  it('tells what is left', () => {
    const bucket = new TokenBucket(3);
    expect([0, 0, 0, 0].map((at) => bucket.take('a', at).remaining)).toEqual([2, 1, 0, 0]);
  });

  it('gives nothing for a clock that steps back', () => {
    const bucket = new TokenBucket(1);
    bucket.take('a', 5_000);
    expect(bucket.take('a', 1_000).allowed).toBe(false);
  });

  it('forgets the longest known key when there are too many', () => {
    const bucket = new TokenBucket(1, 2);
    for (const key of ['a', 'b', 'c']) bucket.take(key, 0);
    expect(bucket.take('c', 0).allowed).toBe(false);
    expect(bucket.take('a', 0).allowed).toBe(true);
  });
});

import { FirstTries, FIRST_TRY_MS } from './first-try';

describe('the first try of a mail', () => {
  let nowMs = 0;
  const now = (): number => nowMs;
  beforeEach(() => {
    nowMs = 1_000_000;
  });
  afterEach(() => jest.useRealTimers());
  const sent = async (): Promise<string> => 'sent';
  const fails = (): Promise<string> => Promise.reject(new Error('connection refused'));

  it('gives what came of it', async () => {
    expect(await new FirstTries(now).run(sent)).toBe('sent');
  });

  it('leaves a failure, and what follows within half a minute, to the long way', async () => {
    const tries = new FirstTries(now);
    expect(await tries.run(fails)).toBe('later');
    expect(await tries.run(sent)).toBe('later');
    nowMs += 30_001;
    expect(await tries.run(sent)).toBe('sent');
  });

  it('stops to wait for a server that does not answer, and begins none of the next tries', async () => {
    jest.useFakeTimers();
    const tries = new FirstTries(now);
    const waiting = tries.run(() => new Promise<string>(() => undefined));
    await jest.advanceTimersByTimeAsync(FIRST_TRY_MS);
    expect(await waiting).toBe('later');
    expect(await tries.run(sent)).toBe('later');
  });

  it('runs only some at once', async () => {
    let finish: (outcome: string) => void = () => undefined;
    const tries = new FirstTries(now);
    const held = new Promise<string>((resolve) => {
      finish = resolve;
    });
    const running = Array.from({ length: 16 }, () => tries.run(() => held));
    expect(await tries.run(sent)).toBe('later');
    finish('sent');
    expect(await Promise.all(running)).toEqual(Array.from({ length: 16 }, () => 'sent'));
    expect(await tries.run(sent)).toBe('sent');
  });
});

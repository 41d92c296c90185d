import { FirstCalls, SLOW_CALL_MS } from './first-calls';

describe('calls to a gateway inside the task that asks for them', () => {
  let nowMs = 0;
  let calls: FirstCalls;
  beforeEach(() => {
    nowMs = 1_000_000;
    calls = new FirstCalls(() => nowMs);
  });
  const settles = async (): Promise<string> => 'settled';

  it('gives what came of the call', async () => {
    expect(await calls.run('stripe', settles)).toBe('settled');
  });

  it.each([
    ['fails', async (): Promise<string> => Promise.reject(new Error('connection refused')), 'later'],
    ['has no clear answer', async (): Promise<string> => 'unknown', 'unknown'],
    [
      'is slow',
      async (): Promise<string> => {
        nowMs += SLOW_CALL_MS + 1;
        return 'settled';
      },
      'settled',
    ],
  ])(
    'sends the calls of the next half minute by the queue when one %s, at that gateway alone',
    async (_, call, told) => {
      expect(await calls.run('stripe', call)).toBe(told);
      expect(await calls.run('stripe', settles)).toBe('later');
      expect(await calls.run('adyen', settles)).toBe('settled');
      nowMs += 30_001;
      expect(await calls.run('stripe', settles)).toBe('settled');
    },
  );

  it('makes only some at once', async () => {
    let finish: (outcome: string) => void = () => undefined;
    const held = new Promise<string>((resolve) => {
      finish = resolve;
    });
    const running = Array.from({ length: 16 }, () => calls.run('stripe', () => held));
    expect(await calls.run('stripe', settles)).toBe('later');
    finish('settled');
    expect(await Promise.all(running)).toEqual(Array.from({ length: 16 }, () => 'settled'));
    expect(await calls.run('stripe', settles)).toBe('settled');
  });
});

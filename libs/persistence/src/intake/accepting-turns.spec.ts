import { setTimeout as pause } from 'node:timers/promises';
import type { ErrorCode, RefundError } from '@zikui/domain';
import { AcceptingTurns } from './accepting-turns';

const LIMITS = { longestQueue: 2, longestWaitMs: 10_000 };
const codeOf = (error: RefundError): ErrorCode => error.code;

describe('the turns of one merchant', () => {
  it.each([
    [1, 1],
    [2, 1],
    [10, 4],
    [20, 8],
  ])('in a pool of %d are %d, and cost nothing while one is free', (poolSize, turns) => {
    const line = new AcceptingTurns(poolSize, LIMITS);
    for (let taken = 0; taken < turns; taken += 1) expect(line.enter('m')).toBeUndefined();
    expect(line.enter('m')).toBeInstanceOf(Promise);
    // Another merchant's are his own.
    expect(line.enter('other')).toBeUndefined();
    line.leave('m');
    line.leave('m');
  });

  it('go to whoever waits longest', async () => {
    const line = new AcceptingTurns(1, LIMITS);
    const served: string[] = [];
    expect(line.enter('m')).toBeUndefined();
    const waits = ['first', 'second'].map(async (name) => {
      await line.enter('m');
      served.push(name);
    });
    line.leave('m');
    await waits[0];
    expect(served).toEqual(['first']);
    line.leave('m');
    await waits[1];
    expect(served).toEqual(['first', 'second']);
    line.leave('m');
    expect(line.enter('m')).toBeUndefined();
  });

  it('are refused beyond a queue of bounded length, and the refusal says when to come back', async () => {
    const line = new AcceptingTurns(1, LIMITS);
    expect(line.enter('m')).toBeUndefined();
    const waits = [line.enter('m'), line.enter('m')];
    expect(() => line.enter('m')).toThrow(
      expect.objectContaining({ code: 'too_many_at_once', values: { retryAfterSeconds: 1 } }) as Error,
    );
    for (const wait of waits) {
      line.leave('m');
      await wait;
    }
    line.leave('m');
  });

  it('are refused to whoever waited too long, who then stands in nobody’s way', async () => {
    const line = new AcceptingTurns(1, { longestQueue: 2, longestWaitMs: 20 });
    expect(line.enter('m')).toBeUndefined();
    expect(await line.enter('m')?.catch(codeOf)).toBe('too_many_at_once');
    const next = line.enter('m');
    line.leave('m');
    await next;
    line.leave('m');
    // Free again: the one who gave up was given no turn.
    expect(line.enter('m')).toBeUndefined();
    await pause(0);
    line.leave('m');
  });

  it('cannot be given back by somebody who took none', () => {
    expect(() => new AcceptingTurns(1).leave('m')).toThrow('nobody took');
  });
});

import { Logger } from '@nestjs/common';
import { AfterAnswer } from './after-answer';

beforeAll(() => {
  Logger.overrideLogger(false);
});

describe('work after an answer', () => {
  it('is waited for at the end, also the work that it leads to', async () => {
    const after = new AfterAnswer();
    const done: string[] = [];
    after.run(async () => {
      await Promise.resolve();
      done.push('first');
      after.run(async () => void done.push('second'));
    });
    await after.settled();
    expect(done).toEqual(['first', 'second']);
  });

  it('may fail without harm: the relay does it', async () => {
    const after = new AfterAnswer();
    after.run(() => Promise.reject(new Error('Temporal is away')));
    await expect(after.settled()).resolves.toBeUndefined();
  });
});

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

  it('runs a few at a time, the rest in turn, and leaves to the relay what finds no place', async () => {
    const after = new AfterAnswer();
    let [running, most, done] = [0, 0, 0];
    const work = async (): Promise<void> => {
      most = Math.max(most, (running += 1));
      await Promise.resolve();
      running -= 1;
      done += 1;
    };
    for (let no = 0; no < 2_000; no += 1) after.run(work);
    await after.settled();
    expect([most, done]).toEqual([8, 1_008]);
  });

  it('lets requests go first: beside them one runs at a time', async () => {
    const after = new AfterAnswer();
    let [running, most, done] = [0, 0, 0];
    const all = new Promise<void>((resolve) => {
      const work = async (): Promise<void> => {
        most = Math.max(most, (running += 1));
        await Promise.resolve();
        running -= 1;
        if ((done += 1) === 20) resolve();
      };
      after.requestBegins();
      for (let no = 0; no < 20; no += 1) after.run(work);
    });
    await all;
    expect(most).toBe(1);
    after.requestEnds();
  });

  it('may fail without harm: the relay does it', async () => {
    const after = new AfterAnswer();
    after.run(() => Promise.reject(new Error('Temporal is away')));
    await expect(after.settled()).resolves.toBeUndefined();
  });
});

import { Turns } from './turns';

describe('turns', () => {
  it('let so many run at once, in order, and all of them in the end', async () => {
    const turns = new Turns(3);
    let running = 0;
    let most = 0;
    const done: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, no) =>
        turns.run(async () => {
          most = Math.max(most, (running += 1));
          await new Promise(setImmediate);
          running -= 1;
          done.push(no);
        }),
      ),
    );
    expect([most, done]).toEqual([3, Array.from({ length: 20 }, (_, no) => no)]);
  });

  it('go on after work that failed', async () => {
    const turns = new Turns(1);
    const failed = turns.run(() => Promise.reject(new Error('no')));
    const next = turns.run(() => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});

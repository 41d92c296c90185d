import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { withHeartbeat } from './heartbeat';

describe('withHeartbeat', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('beats three times within each timeout while the work runs, and not afterwards', async () => {
    const environment = new MockActivityEnvironment(
      { heartbeatTimeoutMs: 6000 },
      { logger: new DefaultLogger('ERROR') },
    );
    let beats = 0;
    environment.on('heartbeat', () => (beats += 1));
    let finish = (): void => undefined;
    const work = new Promise<void>((resolve) => (finish = resolve));

    const run = environment.run(() => withHeartbeat(() => work));
    await jest.advanceTimersByTimeAsync(6000);
    expect(beats).toBe(3);
    finish();
    await run;
    await jest.advanceTimersByTimeAsync(6000);
    expect(beats).toBe(3);
  });

  it('ends with the error of the work', async () => {
    const environment = new MockActivityEnvironment(
      { heartbeatTimeoutMs: 6000 },
      { logger: new DefaultLogger('ERROR') },
    );
    const failing = environment.run(() => withHeartbeat(() => Promise.reject(new Error('lost'))));
    await expect(failing).rejects.toThrow('lost');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('keeps silent where no heartbeat is asked for', async () => {
    const environment = new MockActivityEnvironment();
    await environment.run(() => withHeartbeat(async () => undefined));
    expect(jest.getTimerCount()).toBe(0);
  });
});

import { ApplicationFailureCategory } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { lookUpTransfer, type LookUpAsk, type LookUpFinding } from './look-up-transfer';
import {
  COMPLETE_LOOK_UP,
  lookUpOf,
  NO_ANSWER,
  PENDING,
  SENT_AT_MS,
  SETTLED,
  transferWorld,
} from './transfer-world.builder';

const SINCE_MS = 2_000_000;
const ask: LookUpAsk = {
  merchantId: 'm1',
  transferId: 't1',
  gateway: 'stripe',
  known: 'unknown',
  sinceMs: SINCE_MS,
  lookUpsMs: [60_000, 300_000],
};

/** Looks up as the try that the server scheduled so long after the outcome was left open. */
function lookUp(
  world: Parameters<typeof transferWorld>[0],
  { elapsedMs = 60_000, over = {} }: { elapsedMs?: number; over?: Partial<LookUpAsk> } = {},
): { finding: Promise<LookUpFinding>; done: unknown[] } {
  const { ports, done } = transferWorld(world);
  const environment = new MockActivityEnvironment({ currentAttemptScheduledTimestampMs: SINCE_MS + elapsedMs });
  return { finding: environment.run(() => lookUpTransfer(ports, { ...ask, ...over })), done };
}

describe('lookUpTransfer', () => {
  it('records what the gateway holds', async () => {
    const { finding, done } = lookUp({ found: SETTLED });
    expect(await finding).toBe('settled');
    expect(done).toEqual(['find zr_1', 'noted found', 'record settled']);
  });

  it('fails as not yet while nothing is new, until the next time of the schedule', async () => {
    const { finding } = lookUp({ lookUp: lookUpOf('pending'), found: PENDING }, { over: { known: 'pending' } });
    await expect(finding).rejects.toMatchObject({
      type: 'not_yet',
      nextRetryDelay: 240_000,
      category: ApplicationFailureCategory.BENIGN,
    });
  });

  it('tells what is known when the schedule is used up', async () => {
    const { finding, done } = lookUp({ found: NO_ANSWER }, { elapsedMs: 300_000 });
    expect(await finding).toBe('unknown');
    expect(done).toEqual(['find zr_1', 'noted no_answer']);
  });

  it('tells at once that an unknown transfer is pending after all', async () => {
    expect(await lookUp({ found: PENDING }).finding).toBe('pending');
  });

  it('tells that the gateway never saw the attempt while it may be sent again', async () => {
    const { finding, done } = lookUp({ found: undefined as never });
    expect(await finding).toBe('absent');
    expect(done).toEqual(['find zr_1', 'noted nothing']);
  });

  it('takes nothing found for no proof once the gateway may have forgotten the key', async () => {
    const { finding, done } = lookUp({ nowMs: SENT_AT_MS + 86_400_000 });
    await expect(finding).rejects.toMatchObject({ type: 'not_yet' });
    expect(done).toEqual(['find zr_1', 'noted nothing', { unknown: { cause: 'not_found', msSinceSent: 86_400_000 } }]);
  });

  it('takes a pending refund that a complete look-up no longer finds for unknown, not for absent', async () => {
    const world = { lookUp: lookUpOf('pending'), can: { lookUp: COMPLETE_LOOK_UP }, nowMs: SENT_AT_MS + 60_001 };
    expect(await lookUp(world, { over: { known: 'pending' } }).finding).toBe('unknown');
  });

  it.each(['none', 'incomplete'])('leaves a refund pending that a gateway cannot show: look-up %s', async (kind) => {
    const can = kind === 'none' ? { lookUp: { by: 'none' } as const } : {};
    const world = { lookUp: lookUpOf('pending'), can, nowMs: SENT_AT_MS + 900_000_000 };
    const { finding, done } = lookUp(world, { over: { known: 'pending' } });
    await expect(finding).rejects.toMatchObject({ type: 'not_yet' });
    expect(done).toEqual(['find zr_1', kind === 'none' ? 'noted no_look_up' : 'noted nothing']);
  });

  it('takes nothing found for proof after the key is forgotten, where the look-up shows all there is', async () => {
    const world = { can: { lookUp: COMPLETE_LOOK_UP }, nowMs: SENT_AT_MS + 86_400_000 };
    expect(await lookUp(world).finding).toBe('absent');
  });

  it('asks nobody about an attempt that never left, or that is decided', async () => {
    expect(await lookUp({ lookUp: { kind: 'not_sent' } }).finding).toBe('not_sent');
    const { finding, done } = lookUp({ lookUp: { kind: 'done', outcome: 'settled' } });
    expect(await finding).toBe('settled');
    expect(done).toEqual([]);
  });
});

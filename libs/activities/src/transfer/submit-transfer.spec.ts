import { submitTransfer } from './submit-transfer';
import {
  COMPLETE_LOOK_UP,
  firstClaim,
  NO_ANSWER,
  NOT_REACHED,
  PENDING,
  repeatedClaim,
  SENT_AT_MS,
  SETTLED,
  transferWorld,
} from './transfer-world.builder';

const ask = { merchantId: 'm1', transferId: 't1', gateway: 'stripe' };

describe('submitTransfer', () => {
  it('claims, calls under the stored key and records the answer', async () => {
    const { ports, done } = transferWorld({ refund: SETTLED });
    expect(await submitTransfer(ports, ask)).toBe('settled');
    expect(done).toEqual(['claim', 'refund zk_1', 'record settled']);
  });

  it('calls nobody for a transfer that is decided', async () => {
    const { ports, done } = transferWorld({ claim: { kind: 'done', outcome: 'declined' } });
    expect(await submitTransfer(ports, ask)).toBe('declined');
    expect(done).toEqual(['claim']);
  });

  it('calls nobody for a transfer that something holds, and says so', async () => {
    const { ports, done } = transferWorld({ claim: { kind: 'held', reason: 'kill_switch' } });
    expect(await submitTransfer(ports, ask)).toBe('held');
    expect(done).toEqual(['claim']);
  });

  it('only asks about what was sent before and is held now', async () => {
    const { ask: asked, attemptId } = firstClaim as Extract<typeof firstClaim, { kind: 'send' }>;
    const claim = { kind: 'look_up', attemptId, ask: asked } as const;
    const found = transferWorld({ claim, found: SETTLED });
    expect(await submitTransfer(found.ports, ask)).toBe('settled');
    expect(found.done).toEqual(['claim', 'find zr_1', 'noted found', 'record settled']);
    const absent = transferWorld({ claim });
    expect(await submitTransfer(absent.ports, ask)).toBe('unknown');
    expect(absent.done).toEqual(['claim', 'find zr_1', 'noted nothing', { unknown: { cause: 'not_found_and_held' } }]);
  });

  it('plans anew when the program stood still between its claim and its call', async () => {
    const { ports, done } = transferWorld({ laterMs: SENT_AT_MS + 6_000 });
    await expect(submitTransfer(ports, ask)).rejects.toMatchObject({ type: 'claim_too_old', nonRetryable: false });
    expect(done).toEqual(['claim', 'not sent']);
  });

  it('claims once more before it repeats a call that was looked up for long', async () => {
    const { ports, done } = transferWorld({ claim: repeatedClaim, laterMs: SENT_AT_MS + 6_000 });
    expect(await submitTransfer(ports, ask)).toBe('settled');
    expect(done).toEqual(['claim', 'find zr_1', 'noted nothing', 'claim', 'refund zk_1', 'record settled']);
  });

  it('claims nothing while the merchant has no account there', async () => {
    const { ports, done } = transferWorld({ hasAccount: false });
    await expect(submitTransfer(ports, ask)).rejects.toThrow('gateway_not_configured');
    expect(done).toEqual([]);
  });

  it('asks first what became of a call that was cut off, and takes that', async () => {
    const { ports, done } = transferWorld({ claim: repeatedClaim, found: PENDING });
    expect(await submitTransfer(ports, ask)).toBe('pending');
    expect(done).toEqual(['claim', 'find zr_1', 'noted found', 'record pending']);
  });

  it('sends again under the same key what the gateway never saw', async () => {
    const { ports, done } = transferWorld({ claim: repeatedClaim });
    expect(await submitTransfer(ports, ask)).toBe('settled');
    expect(done).toEqual(['claim', 'find zr_1', 'noted nothing', 'refund zk_1', 'record settled']);
  });

  it('does not send again once the gateway may have forgotten the key', async () => {
    const { ports, done } = transferWorld({ claim: repeatedClaim, nowMs: SENT_AT_MS + 86_400_000 });
    expect(await submitTransfer(ports, ask)).toBe('unknown');
    expect(done).toEqual([
      'claim',
      'find zr_1',
      'noted nothing',
      { unknown: { cause: 'not_found_and_key_forgotten' } },
    ]);
  });

  it('sends again after the key was forgotten where a complete look-up proves that nothing was sent', async () => {
    const nowMs = SENT_AT_MS + 86_400_000;
    const { ports, done } = transferWorld({ claim: repeatedClaim, nowMs, can: { lookUp: COMPLETE_LOOK_UP } });
    expect(await submitTransfer(ports, ask)).toBe('settled');
    expect(done).toEqual(['claim', 'find zr_1', 'noted nothing', 'refund zk_1', 'record settled']);
  });

  it('never sends again without keys where the gateway cannot be asked', async () => {
    const can = { keyLifetimeMs: 0, lookUp: { by: 'none' } as const };
    const { ports, done } = transferWorld({ claim: repeatedClaim, can });
    expect(await submitTransfer(ports, ask)).toBe('unknown');
    expect(done).toEqual([
      'claim',
      'find zr_1',
      'noted no_look_up',
      { unknown: { cause: 'not_found_and_key_forgotten' } },
    ]);
  });

  it('does not send again while it cannot be known what became of the call', async () => {
    const { ports, done } = transferWorld({ claim: repeatedClaim, found: NO_ANSWER });
    expect(await submitTransfer(ports, ask)).toBe('unknown');
    expect(done).toEqual(['claim', 'find zr_1', 'noted no_answer', { unknown: { cause: 'timeout', ms: 20_000 } }]);
  });

  it('records a call without an answer as unknown, never as declined', async () => {
    const { ports, done } = transferWorld({ refund: NO_ANSWER });
    expect(await submitTransfer(ports, ask)).toBe('unknown');
    expect(done).toEqual(['claim', 'refund zk_1', { unknown: { cause: 'timeout', ms: 20_000 } }]);
  });

  it('records an error that nobody foresaw as unknown, by its name alone', async () => {
    const { ports, done } = transferWorld({ refund: new TypeError('secret sk_live_1') });
    expect(await submitTransfer(ports, ask)).toBe('unknown');
    expect(done).toEqual(['claim', 'refund zk_1', { unknown: { cause: 'TypeError' } }]);
  });

  it('takes the claim back when the call never left, to be tried when the gateway says', async () => {
    const { ports, done } = transferWorld({ claim: firstClaim, refund: NOT_REACHED });
    await expect(submitTransfer(ports, ask)).rejects.toMatchObject({
      type: 'gateway_not_reached',
      nonRetryable: false,
      nextRetryDelay: 1500,
    });
    expect(done).toEqual(['claim', 'refund zk_1', 'not sent']);
  });

  it('keeps the claim when only the repeat never left: the first call may have moved the money', async () => {
    const { ports, done } = transferWorld({ claim: repeatedClaim, refund: NOT_REACHED });
    await expect(submitTransfer(ports, ask)).rejects.toMatchObject({ type: 'gateway_not_reached' });
    expect(done).toEqual(['claim', 'find zr_1', 'noted nothing', 'refund zk_1']);
  });
});

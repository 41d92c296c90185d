import { lookUpTransferNow } from './look-up-transfer-now';
import { lookUpOf, NO_ANSWER, PENDING, SETTLED, transferWorld } from './transfer-world.builder';

const ask = { merchantId: 'm1', transferId: 't1', gateway: 'stripe' };

describe('lookUpTransferNow', () => {
  it('records what the gateway holds and tells it', async () => {
    const { ports, done } = transferWorld({ found: SETTLED });
    expect(await lookUpTransferNow(ports, ask)).toBe('settled');
    expect(done).toEqual(['find zr_1', 'record settled']);
  });

  it('tells of nothing without writing: that is for whoever asked to judge', async () => {
    const { ports, done } = transferWorld({ lookUp: lookUpOf('pending') });
    expect(await lookUpTransferNow(ports, ask)).toBe('nothing');
    expect(done).toEqual(['find zr_1']);
  });

  it('says of a gateway that shows nobody what it holds that it was not asked, and not that it holds nothing', async () => {
    const { ports, done } = transferWorld({ lookUp: lookUpOf('pending'), can: { lookUp: { by: 'none' } } });
    expect(await lookUpTransferNow(ports, ask)).toBe('no_look_up');
    expect(done).toEqual([]);
  });

  it('never takes silence for an answer', async () => {
    const { ports, done } = transferWorld({ found: NO_ANSWER });
    await expect(lookUpTransferNow(ports, ask)).rejects.toBe(NO_ANSWER);
    expect(done).toEqual(['find zr_1']);
  });

  it('asks nobody about what is known, or never left', async () => {
    const known = transferWorld({ lookUp: { kind: 'done', outcome: 'declined' }, found: PENDING });
    expect(await lookUpTransferNow(known.ports, ask)).toBe('declined');
    const unsent = transferWorld({ lookUp: { kind: 'not_sent' }, found: PENDING });
    expect(await lookUpTransferNow(unsent.ports, ask)).toBe('nothing');
    expect([...known.done, ...unsent.done]).toEqual([]);
  });
});

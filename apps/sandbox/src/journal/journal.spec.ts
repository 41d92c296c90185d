import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Journal, type Keep } from './journal';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'zikui-journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const all: Keep = () => true;
const text = () => readFile(path.join(folder, 'sandbox.jsonl'), 'utf8');
async function written(work: (journal: Journal) => void): Promise<void> {
  const journal = await Journal.open(folder, all);
  work(journal);
  await journal.close();
}

describe('the journal', () => {
  it('gives back what was last written of each thing, in the order of the last change', async () => {
    await written((journal) => {
      journal.append('payment', 'a', { n: 1 });
      journal.append('payment', 'b', { n: 2 });
      journal.append('refund', 'a', { n: 3 });
      journal.append('payment', 'a', { n: 4 });
    });
    const journal = await Journal.open(folder, all);
    expect(journal.load('payment')).toEqual([{ n: 2 }, { n: 4 }]);
    expect(journal.load('refund')).toEqual([{ n: 3 }]);
    await journal.close();
  });

  it('is rewritten at start to what is left', async () => {
    await written((journal) => {
      for (let n = 0; n < 100; n += 1) journal.append('payment', 'a', { n });
      journal.append('mail', 'gone', { n: 1 });
      journal.append('mail', 'gone', null);
    });
    expect((await text()).split('\n')).toHaveLength(103);
    await written(() => undefined);
    expect(await text()).toBe('["payment","a",{"n":99}]\n');
  });

  it('forgets at start what is not worth keeping', async () => {
    await written((journal) => {
      for (let n = 0; n < 5; n += 1) journal.append('mail', String(n), { n });
    });
    const journal = await Journal.open(folder, (_, __, { newerOfKind }) => newerOfKind < 2);
    expect(journal.load('mail')).toEqual([{ n: 3 }, { n: 4 }]);
    await journal.close();
  });

  it('goes on after a kill in the middle of a line', async () => {
    await written((journal) => journal.append('payment', 'a', { n: 1 }));
    await appendFile(path.join(folder, 'sandbox.jsonl'), '["payment","b",{"n"');
    await written((journal) => {
      expect(journal.load('payment')).toEqual([{ n: 1 }]);
      journal.append('payment', 'c', { n: 3 });
    });
    const journal = await Journal.open(folder, all);
    expect(journal.load('payment')).toEqual([{ n: 1 }, { n: 3 }]);
    await journal.close();
  });

  it('writes by itself what was appended, without being closed', async () => {
    const journal = await Journal.open(folder, all);
    journal.append('payment', 'a', { n: 1 });
    for (let turn = 0; turn < 1_000 && (await text()) === ''; turn += 1) await new Promise(setImmediate);
    expect(await text()).toBe('["payment","a",{"n":1}]\n');
    await journal.close();
  });
});

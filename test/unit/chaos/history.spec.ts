import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brokenHistory, History, type HistoryLine } from '../../chaos/real/history';

const line = (changes: Partial<HistoryLine>): HistoryLine => ({
  at: 0,
  ms: 1,
  what: 'request',
  saleRef: 's1',
  key: 'k1',
  outcome: 'ok',
  status: 201,
  code: null,
  refundId: 'rf_1',
  seen: null,
  ...changes,
});
const UNHEARD = { outcome: 'unknown', status: null, refundId: null } as const;
const REFUSED = { outcome: 'fail', status: 422, code: 'over_refund', refundId: null } as const;
const read = (at: number, seen: string): HistoryLine => line({ what: 'read', key: '', at, seen });
const shown = (...ids: string[]) => new Map([['s1', ids]]);

describe('what clients were told, against what is there', () => {
  it('fits when the unknown was repeated until it was known', () =>
    expect(brokenHistory([line(UNHEARD), line({}), line({ ...REFUSED, key: 'k2' })], shown('rf_1'))).toEqual([]));

  it('tells of a key that nobody ever answered', () =>
    expect(brokenHistory([line(UNHEARD)], shown())).toEqual(['nobody ever said what became of key k1']));

  it('tells of a key that gave two refunds', () =>
    expect(brokenHistory([line({}), line({ refundId: 'rf_2' })], shown('rf_1', 'rf_2'))).toEqual([
      'key k1 gave rf_1 and rf_2',
    ]));

  it('tells of a refund that was granted and is not there', () =>
    expect(brokenHistory([line({})], shown())).toEqual(['rf_1 of s1 was granted and is not there']));

  it('tells of a refund that is there although its caller was refused', () =>
    expect(brokenHistory([line(REFUSED)], shown('rf_9'))).toEqual(['rf_9 of s1 is there and was granted to nobody']));

  it('tells of an end that was shown and left again', () => {
    const lines = [line({}), read(10, 'cancelled'), read(20, 'processing')];
    expect(brokenHistory(lines, shown('rf_1'))).toEqual(['rf_1 was shown as cancelled, then as processing']);
  });

  it('does not compare reads that overlapped', () => {
    const lines = [line({}), { ...read(10, 'processing'), ms: 50 }, read(20, 'requested')];
    expect(brokenHistory(lines, shown('rf_1'))).toEqual([]);
  });

  it('lies in a file, line by line', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'zikui-history-'));
    const file = path.join(folder, 'history.jsonl');
    const history = new History(file);
    history.add(line(UNHEARD));
    history.add(line({}));
    const lines = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as HistoryLine);
    expect(lines).toEqual(history.lines);
    expect(history.unknowns).toBe(1);
    rmSync(folder, { recursive: true });
  });
});

import { appendFileSync, writeFileSync } from 'node:fs';

/** `ok` = granted, must be visible. `fail` = refused, must not be. `unknown` = nobody said: either, but exactly one of both. */
export type Outcome = 'ok' | 'fail' | 'unknown';
/** One call of one client and what it was told. */
export type HistoryLine = Readonly<{
  at: number;
  ms: number;
  what: 'request' | 'decide' | 'cancel' | 'read' | 'sale' | 'desk';
  saleRef: string;
  /** Under which a caller repeats; empty for reads. */ key: string;
  outcome: Outcome;
  status: number | null;
  code: string | null;
  refundId: string | null;
  /** What a read saw. */ seen: string | null;
}>;

/** What clients did and were told, in order; each line also lies in a file, whatever becomes of the run. */
export class History {
  readonly lines: HistoryLine[] = [];

  constructor(private readonly file: string) {
    writeFileSync(file, '');
  }

  add(line: HistoryLine): void {
    this.lines.push(line);
    appendFileSync(this.file, `${JSON.stringify(line)}\n`);
  }

  get unknowns(): number {
    return this.lines.filter(({ outcome }) => outcome === 'unknown').length;
  }
}

export type ShownRefunds = ReadonlyMap<string, readonly string[]>;

/** What the history and the refunds that are shown per sale, once all is quiet, say against each other. */
export function brokenHistory(lines: readonly HistoryLine[], shown: ShownRefunds): readonly string[] {
  const requests = lines.filter(({ what }) => what === 'request');
  return [...unclear(requests), ...manyForOneKey(requests), ...notAsTold(requests, shown), ...steppedBack(lines)];
}

function groups<T>(all: readonly T[], by: (one: T) => string): readonly (readonly T[])[] {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(by(one), [...(found.get(by(one)) ?? []), one]);
  return [...found.values()];
}
const idsOf = (lines: readonly HistoryLine[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ outcome, refundId }) => (outcome === 'ok' && refundId !== null ? [refundId] : [])));

/** Every unknown was repeated until somebody said. */
const unclear = (requests: readonly HistoryLine[]): string[] =>
  groups(requests, ({ key }) => key)
    .filter((ofKey) => ofKey.every(({ outcome }) => outcome === 'unknown'))
    .map(([first]) => `nobody ever said what became of key ${first?.key}`);

const manyForOneKey = (requests: readonly HistoryLine[]): string[] =>
  groups(requests, ({ key }) => key)
    .filter((ofKey) => idsOf(ofKey).size > 1)
    .map((ofKey) => `key ${ofKey[0]?.key} gave ${[...idsOf(ofKey)].join(' and ')}`);

const notAsTold = (requests: readonly HistoryLine[], shown: ShownRefunds): string[] =>
  groups(requests, ({ saleRef }) => saleRef).flatMap((ofSale) => {
    const saleRef = ofSale[0]?.saleRef ?? '';
    const told = idsOf(ofSale);
    const there = new Set(shown.get(saleRef) ?? []);
    return [
      ...[...told].filter((id) => !there.has(id)).map((id) => `${id} of ${saleRef} was granted and is not there`),
      ...[...there].filter((id) => !told.has(id)).map((id) => `${id} of ${saleRef} is there and was granted to nobody`),
    ];
  });

/** Ends that no reader may see left again; a reversal alone re-opens `completed`. */
const ENDS: readonly string[] = ['rejected', 'expired', 'cancelled', 'failed'];

function steppedBack(lines: readonly HistoryLine[]): string[] {
  const reads = lines.filter(({ what, seen }) => what === 'read' && seen !== null);
  return groups(reads, ({ refundId }) => refundId ?? '').flatMap((ofRefund) => {
    const seen = [...ofRefund].sort((one, two) => one.at - two.at);
    return seen.flatMap((line, no) => {
      const before = seen[no - 1];
      // Two reads that overlapped may be answered in either order.
      const isBehind = before?.seen != null && before.at + before.ms <= line.at && before.seen !== line.seen;
      const isWrong = isBehind && (ENDS.includes(before.seen ?? '') || line.seen === 'requested');
      return isWrong ? [`${line.refundId} was shown as ${before?.seen}, then as ${line.seen}`] : [];
    });
  });
}

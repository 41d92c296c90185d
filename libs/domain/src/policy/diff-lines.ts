/** A line of two texts laid beside each other; `from` and `to` count from 1 and are null on the side that lacks it. */
export type DiffLine = Readonly<{
  kind: 'same' | 'gone' | 'new';
  from: number | null;
  to: number | null;
  text: string;
}>;

/** Lines beyond this on each side, after the common beginning and end, are shown as replaced in whole. */
const MOST_COMPARED = 1_500;

/** What has to be taken away and added to make one text of the other, line by line: as little as possible. */
export function diffLines(from: string, to: string): readonly DiffLine[] {
  const [old, fresh] = [linesOf(from), linesOf(to)];
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < fresh.length - head &&
    old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]
  )
    tail += 1;

  const same = (count: number, fromStart: number, toStart: number): DiffLine[] =>
    Array.from({ length: count }, (_, i) => ({
      kind: 'same',
      from: fromStart + i + 1,
      to: toStart + i + 1,
      text: old[fromStart + i] ?? '',
    }));
  return [
    ...same(head, 0, 0),
    ...between(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail), head),
    ...same(tail, old.length - tail, fresh.length - tail),
  ];
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** Along the longest common run of lines; `head` lines stand before both. */
function between(old: readonly string[], fresh: readonly string[], head: number): readonly DiffLine[] {
  const isLong = old.length > MOST_COMPARED || fresh.length > MOST_COMPARED;
  const longest = isLong ? undefined : commonLengths(old, fresh);
  const at = (i: number, j: number): number => longest?.[i]?.[j] ?? 0;
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const text = old[i];
    if (longest !== undefined && text !== undefined && text === fresh[j]) {
      lines.push({ kind: 'same', from: head + i + 1, to: head + j + 1, text });
      i += 1;
      j += 1;
    } else if (text !== undefined && (j >= fresh.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'gone', from: head + i + 1, to: null, text });
      i += 1;
    } else {
      lines.push({ kind: 'new', from: null, to: head + j + 1, text: fresh[j] ?? '' });
      j += 1;
    }
  }
  return lines;
}

/** Length of the longest common run of what is left from each pair of places. */
function commonLengths(old: readonly string[], fresh: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const [row, below] = [table[i], table[i + 1]];
      if (row === undefined || below === undefined) continue;
      row[j] = old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return table;
}

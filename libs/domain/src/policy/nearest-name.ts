/** Longer words than this are compared no further: nobody mistypes a known name into one of them. */
const LONGEST = 64;

/**
 * The known name that somebody who wrote `word` most likely meant, or null when none is near: the same letters in another
 * case, the last part of a longer name (`blocked` for `customer.blocked`), or a few keys beside.
 */
export function nearestName(word: string, known: readonly string[]): string | null {
  if (word === '' || word.length > LONGEST) return null;
  const plain = plainForm(word);
  const exact = known.find((name) => plainForm(name) === plain || plainForm(name.split('.').at(-1) ?? '') === plain);
  if (exact !== undefined) return exact === word ? null : exact;
  const most = Math.max(1, Math.floor(word.length / 3));
  const ranked = known
    .map((name) => ({ name, steps: stepsBetween(plain, plainForm(name)) }))
    .filter(({ steps }) => steps <= most)
    .toSorted((a, b) => a.steps - b.steps);
  return ranked[0]?.name ?? null;
}

const plainForm = (word: string): string => word.toLowerCase().replaceAll(/[_\-\s]/g, '');

/** How many letters to add, drop, change or swap with their neighbour. */
function stepsBetween(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const change = (last[column - 1] ?? 0) + Number(!isSame);
      let least = Math.min(change, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1] && row > 1 && column > 1)
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last.at(-1) ?? 0;
}

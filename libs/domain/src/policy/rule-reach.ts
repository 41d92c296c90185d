import { common, complement, narrowed, type Room, type RuleCase } from './rule-cases';

/** A rule's name and all ways in which its condition holds; null when they are too many to follow. */
export type ReachedRule = Readonly<{ id: string; cases: readonly RuleCase[] | null }>;
export type ReachFault = Readonly<{
  kind: 'unreachable' | 'overlapping';
  id: string;
  detail: string;
}>;

/** Comparisons of two cases that one list of rules may cost. Beyond it a rule counts as reachable. */
const MOST_COMPARISONS = 10_000;
const MOST_PIECES = 500;

/**
 * What is certainly wrong with the order of some rules of which the first that holds decides: rules that can never be that
 * one, and two windows of one number that overlap by mistake. What it is not sure of it does not tell.
 */
export function reachFaults(rules: readonly ReachedRule[]): readonly ReachFault[] {
  const effort = { left: MOST_COMPARISONS };
  return rules.flatMap((rule, index) => {
    const { id, cases } = rule;
    if (cases === null) return [];
    if (cases.length === 0) return [{ kind: 'unreachable', id, detail: `the condition of ${id} can never hold` }];
    const before = rules.slice(0, index);
    const one = before.find((earlier) => isCovered(cases, earlier.cases ?? [], effort));
    if (one !== undefined)
      return [{ kind: 'unreachable', id, detail: `${id} is never reached: ${one.id} holds whenever it would` }];
    const all = before.flatMap((earlier) => earlier.cases ?? []);
    if (isCovered(cases, all, effort))
      return [{ kind: 'unreachable', id, detail: `${id} is never reached: one of the rules before it always holds` }];
    return before.flatMap((earlier) => overlapOf(earlier, rule) ?? []).slice(0, 1);
  });
}

function isCovered(cases: readonly RuleCase[], by: readonly RuleCase[], effort: { left: number }): boolean {
  let left = cases;
  for (const one of by) {
    effort.left -= left.length;
    if (effort.left < 0 || left.length > MOST_PIECES) return false;
    left = left.flatMap((open) => without(open, one));
    if (left.length === 0) return true;
  }
  return false;
}

/** What is left of a case outside of another one. */
function without(one: RuleCase, other: RuleCase): readonly RuleCase[] {
  const pieces: RuleCase[] = [];
  let inside: RuleCase | null = one;
  for (const [fact, room] of other) {
    for (const rest of complement(room)) {
      const piece = narrowed(inside, fact, rest);
      if (piece !== null) pieces.push(piece);
    }
    inside = narrowed(inside, fact, room);
    if (inside === null) return [one];
  }
  return pieces;
}

/** Two rules that differ in nothing but a window of one number, each of which says something of the other's part. */
function overlapOf(earlier: ReachedRule, later: ReachedRule): ReachFault | undefined {
  const [one, other] = [onlyCase(earlier), onlyCase(later)];
  if (one === undefined || other === undefined) return undefined;
  const names = new Set([...one.keys(), ...other.keys()]);
  const differing = [...names].filter((name) => told(one.get(name)) !== told(other.get(name)));
  const [fact] = differing;
  if (fact === undefined || differing.length > 1) return undefined;
  const [from, to] = [windowOf(one.get(fact)), windowOf(other.get(fact))];
  if (from === undefined || to === undefined || common(from, to) === null) return undefined;
  const isPart = (a: Window, b: Window): boolean => a.least >= b.least && a.most <= b.most;
  if (isPart(from, to) || isPart(to, from)) return undefined;
  const [least, most] = [from.least > to.least ? from.least : to.least, from.most < to.most ? from.most : to.most];
  return {
    kind: 'overlapping',
    id: later.id,
    detail: `${earlier.id} and ${later.id} overlap: both hold for ${fact} from ${least} to ${most}`,
  };
}
const onlyCase = ({ cases }: ReachedRule): RuleCase | undefined => (cases?.length === 1 ? cases[0] : undefined);
type Window = Readonly<{ kind: 'numbers'; least: bigint; most: bigint }>;
const windowOf = (room: Room | undefined): Window | undefined =>
  room?.kind === 'numbers' && room.least !== null && room.most !== null && room.least !== room.most
    ? { kind: 'numbers', least: room.least, most: room.most }
    : undefined;
const told = (room: Room | undefined): string =>
  room === undefined
    ? ''
    : room.kind === 'numbers'
      ? `${String(room.least)} ${String(room.most)}`
      : JSON.stringify([room.among, room.texts.toSorted()]);

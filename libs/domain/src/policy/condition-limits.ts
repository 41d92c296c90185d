import { callOf, partsOf, pathOf, type Call, type ConditionNode } from './condition-node';
import { nearestName } from './nearest-name';
import { LIST_NAMES } from './vocabulary';

/** Part of a condition: how many nodes, and the lists (or literal lengths) it is repeated for. */
export type CostTerm = Readonly<{ nodes: number; over: readonly (string | number)[] }>;
export type LimitFault = Readonly<{ offset: number; detail: string; suggestion: string | null }>;

/** Lists that one condition may hold or walk through, and how deeply walks may stand in each other. */
export const LONGEST_LIST = 200;
const DEEPEST_WALK = 2;

/**
 * All that a condition may call. What is not here is refused, above all `matches`: it is a regular expression that a
 * short text can keep busy for seconds. No call makes a list or a text longer, so the cost is known beforehand.
 */
const WALKS: readonly string[] = ['all', 'exists', 'exists_one', 'filter'];
const CALLS: readonly string[] = [
  ...WALKS,
  'size',
  'has',
  'startsWith',
  'endsWith',
  'contains',
  'lowerAscii',
  'upperAscii',
];

/** What a condition costs, term by term, and what it may not do. */
export function measure(root: ConditionNode): Readonly<{ terms: readonly CostTerm[]; faults: readonly LimitFault[] }> {
  const outer: Term = { nodes: 0, over: [] };
  const terms = [outer];
  const faults: LimitFault[] = [];
  visit(root, outer);
  return { terms, faults };

  function visit(node: ConditionNode, term: Term): void {
    term.nodes += 1;
    const call = callOf(node);
    const detail = call && whyRefused(call, term);
    if (detail !== undefined) {
      faults.push({ offset: node.start, detail, suggestion: nearestName(call?.name ?? '', CALLS) });
    } else if (call?.receiver && WALKS.includes(call.name)) {
      visit(call.receiver, term);
      const inner = { nodes: 0, over: [...term.over, lengthOf(call.receiver) ?? 0] };
      terms.push(inner);
      for (const parameter of call.parameters) visit(parameter, inner);
    } else {
      for (const child of partsOf(node.args)) visit(child, term);
    }
  }
}
type Term = { nodes: number; over: readonly (string | number)[] };

function whyRefused({ name, receiver }: Call, { over }: Term): string | undefined {
  if (!CALLS.includes(name)) return `${name}() is not offered`;
  if (!WALKS.includes(name) || receiver === undefined) return undefined;
  if (lengthOf(receiver) === undefined) return 'only lists of facts can be walked through';
  return over.length >= DEEPEST_WALK ? `more than ${DEEPEST_WALK} walks inside each other` : undefined;
}

/** Steps of evaluation, given how long the lists of facts are; a list that is too long can't be walked through at any cost. */
export function costOf(terms: readonly CostTerm[], lengths: ReadonlyMap<string, number>): number {
  const lengthAt = (list: string | number): number => {
    const length = typeof list === 'number' ? list : (lengths.get(list) ?? 0);
    return length > LONGEST_LIST ? Number.MAX_SAFE_INTEGER : length;
  };
  return terms.reduce(
    (sum, { nodes, over }) => sum + over.reduce<number>((product, list) => product * lengthAt(list), nodes),
    0,
  );
}

/** The list that is walked through: a name of facts, the length of a literal, or a filter of either. */
function lengthOf(node: ConditionNode): string | number | undefined {
  const call = callOf(node);
  if (call?.name === 'filter' && call.receiver !== undefined) return lengthOf(call.receiver);
  if (node.op === 'list') return partsOf(node.args).length;
  const name = pathOf(node);
  return name !== undefined && LIST_NAMES.includes(name) ? name : undefined;
}

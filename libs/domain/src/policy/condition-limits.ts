import { LIST_NAMES } from './vocabulary';

/** A node of a parsed condition, as far as the limits need it. */
export type ConditionNode = Readonly<{ op: string; args: unknown; start: number }>;
/** Part of a condition: how many nodes, and the lists (or literal lengths) it is repeated for. */
export type CostTerm = Readonly<{ nodes: number; over: readonly (string | number)[] }>;
export type LimitFault = Readonly<{ offset: number; detail: string }>;

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
      faults.push({ offset: node.start, detail });
    } else if (call?.receiver && WALKS.includes(call.name)) {
      visit(call.receiver, term);
      const inner = { nodes: 0, over: [...term.over, lengthOf(call.receiver) ?? 0] };
      terms.push(inner);
      for (const parameter of call.parameters) visit(parameter, inner);
    } else {
      for (const child of childrenOf(node.args)) visit(child, term);
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
  if (node.op === 'list') return childrenOf(node.args).length;
  const name = nameOf(node);
  return name !== undefined && LIST_NAMES.includes(name) ? name : undefined;
}

function nameOf(node: ConditionNode): string | undefined {
  if (node.op === 'id' && typeof node.args === 'string') return node.args;
  if (node.op !== '.' || !Array.isArray(node.args)) return undefined;
  const [owner, field] = node.args as readonly unknown[];
  const of = isNode(owner) ? nameOf(owner) : undefined;
  return of !== undefined && typeof field === 'string' ? `${of}.${field}` : undefined;
}

type Call = Readonly<{ name: string; receiver: ConditionNode | undefined; parameters: readonly ConditionNode[] }>;
function callOf({ op, args }: ConditionNode): Call | undefined {
  if ((op !== 'call' && op !== 'rcall') || !Array.isArray(args)) return undefined;
  const [name, ...rest] = args as readonly unknown[];
  const receiver = op === 'rcall' && isNode(rest[0]) ? rest[0] : undefined;
  return { name: String(name), receiver, parameters: childrenOf(op === 'rcall' ? rest.slice(1) : rest) };
}

const childrenOf = (args: unknown): readonly ConditionNode[] =>
  isNode(args) ? [args] : Array.isArray(args) ? (args as readonly unknown[]).flatMap(childrenOf) : [];
const isNode = (value: unknown): value is ConditionNode =>
  typeof value === 'object' && value !== null && 'op' in value && 'args' in value;

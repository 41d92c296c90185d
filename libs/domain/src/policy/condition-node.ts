/** A node of a parsed condition: its operator (`&&`, `<=`, `id`, `.`, `value`, `list`, `call`, `rcall`) and operands. */
export type ConditionNode = Readonly<{ op: string; args: unknown; start: number }>;

/** `skus`, `customer.blocked`: the name of what a node reads, if it is a plain name. */
export function pathOf(node: ConditionNode): string | undefined {
  if (node.op === 'id' && typeof node.args === 'string') return node.args;
  if (node.op !== '.' || !Array.isArray(node.args)) return undefined;
  const [owner, field] = node.args as readonly unknown[];
  const of = isNode(owner) ? pathOf(owner) : undefined;
  return of !== undefined && typeof field === 'string' ? `${of}.${field}` : undefined;
}

export type Call = Readonly<{
  name: string;
  /** What stands before the dot. */ receiver: ConditionNode | undefined;
  parameters: readonly ConditionNode[];
}>;
export function callOf({ op, args }: ConditionNode): Call | undefined {
  if ((op !== 'call' && op !== 'rcall') || !Array.isArray(args)) return undefined;
  const [name, ...rest] = args as readonly unknown[];
  const receiver = op === 'rcall' && isNode(rest[0]) ? rest[0] : undefined;
  return { name: String(name), receiver, parameters: partsOf(op === 'rcall' ? rest.slice(1) : rest) };
}

/** The nodes among the operands, in their order. */
export const partsOf = (args: unknown): readonly ConditionNode[] =>
  isNode(args) ? [args] : Array.isArray(args) ? (args as readonly unknown[]).flatMap(partsOf) : [];

const isNode = (value: unknown): value is ConditionNode =>
  typeof value === 'object' && value !== null && 'op' in value && 'args' in value;

export type Literal = string | bigint | boolean;
/** What a node says literally: a text, a whole number (also with a minus), true or false. */
export function literalOf({ op, args }: ConditionNode): Literal | undefined {
  if (op === 'value')
    return typeof args === 'string' || typeof args === 'bigint' || typeof args === 'boolean' ? args : undefined;
  if (op !== '-_' || !isNode(args)) return undefined;
  const positive = literalOf(args);
  return typeof positive === 'bigint' ? -positive : undefined;
}

/** The same text for conditions that say the same, however they are spaced. */
export function shapeOf({ op, args }: ConditionNode): string {
  const told = (value: unknown): string => {
    if (isNode(value)) return shapeOf(value);
    if (Array.isArray(value)) return `[${(value as readonly unknown[]).map(told).join(' ')}]`;
    return typeof value === 'bigint' ? `${value}` : JSON.stringify(value);
  };
  return `(${op} ${told(args)})`;
}

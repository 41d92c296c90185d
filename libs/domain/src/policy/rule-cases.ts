import { callOf, literalOf, partsOf, pathOf, shapeOf, type ConditionNode, type Literal } from './condition-node';
import { FACT_TYPES, KNOWN_TEXTS } from './vocabulary';

/** What is left of a fact: whole numbers between two bounds (null = without bound), or texts that are, or are not, among some. */
export type Room =
  | Readonly<{ kind: 'numbers'; least: bigint | null; most: bigint | null }>
  | Readonly<{ kind: 'texts'; among: boolean; texts: readonly string[] }>;
/** One way in which a condition holds: all of its rooms at once. A fact that is not named may be anything. */
export type RuleCase = ReadonlyMap<string, Room>;

/** More ways than this are not followed: what is said of such a condition is then nothing, never a guess. */
const MOST_CASES = 64;
const TRUE: Room = { kind: 'numbers', least: 1n, most: 1n };
const FALSE: Room = { kind: 'numbers', least: 0n, most: 0n };

/**
 * All ways in which a condition holds, or null when they are too many. A part that is no plain comparison counts as
 * something that is true or false and is known by its own text, so that what is concluded holds whatever it means.
 */
export const casesOf = (node: ConditionNode, holds = true): readonly RuleCase[] | null => {
  const parts = partsOf(node.args);
  const [left, right] = parts;
  if (node.op === '!_' && left !== undefined) return casesOf(left, !holds);
  if ((node.op === '&&' || node.op === '||') && left !== undefined && right !== undefined) {
    const [one, other] = [casesOf(left, holds), casesOf(right, holds)];
    if (one === null || other === null) return null;
    return bounded((node.op === '&&') === holds ? allOf(one, other) : [...one, ...other]);
  }
  const literal = literalOf(node);
  if (typeof literal === 'boolean') return literal === holds ? [new Map()] : [];
  const rooms = comparedRooms(node) ?? [[shapeOf(node), TRUE] as const];
  const fact = pathOf(node);
  const plain = fact !== undefined && FACT_TYPES.get(fact) === 'bool' ? [[fact, TRUE] as const] : rooms;
  const wanted = holds ? plain.map(asCase) : outside(plain);
  return bounded(wanted.filter((one): one is RuleCase => one !== null));
};
const bounded = (cases: readonly RuleCase[]): readonly RuleCase[] | null => (cases.length > MOST_CASES ? null : cases);

type Named = readonly [fact: string, room: Room];
const asCase = ([fact, room]: Named): RuleCase | null => narrowed(new Map(), fact, room);

/** Where none of some rooms of one fact holds. */
function outside(rooms: readonly Named[]): readonly (RuleCase | null)[] {
  let cases: readonly RuleCase[] = [new Map()];
  for (const [fact, room] of rooms)
    cases = cases.flatMap((one) =>
      complement(room).flatMap((rest) => {
        const left = narrowed(one, fact, rest);
        return left === null ? [] : [left];
      }),
    );
  return cases;
}

/** The rooms, any of which a plain comparison of one fact with literals asks for; undefined when it is none. */
function comparedRooms(node: ConditionNode): readonly Named[] | undefined {
  const [left, right] = partsOf(node.args);
  if (left === undefined || right === undefined || callOf(node) !== undefined) return undefined;
  const fact = pathOf(left);
  if (node.op === 'in' && fact !== undefined && right.op === 'list') {
    const literals = partsOf(right.args).map(literalOf);
    const rooms = literals.flatMap((literal) => (literal === undefined ? [] : (roomOf(fact, '==', literal) ?? [])));
    return rooms.length === literals.length ? rooms.map((room) => [fact, room] as const) : undefined;
  }
  const [name, op, literal] =
    fact !== undefined && FACT_TYPES.has(fact)
      ? [fact, node.op, literalOf(right)]
      : [pathOf(right), TURNED[node.op] ?? '', literalOf(left)];
  if (name === undefined || literal === undefined) return undefined;
  const room = roomOf(name, op === '!=' ? '==' : op, literal);
  if (room === undefined) return undefined;
  return op === '!=' ? complement(room).map((rest) => [name, rest] as const) : [[name, room]];
}
const TURNED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' };

function roomOf(fact: string, op: string, literal: Literal): Room | undefined {
  const type = FACT_TYPES.get(fact);
  if (type === 'bool' && typeof literal === 'boolean') return op === '==' ? (literal ? TRUE : FALSE) : undefined;
  if (type === 'string' && typeof literal === 'string')
    return op === '==' ? { kind: 'texts', among: true, texts: [literal] } : undefined;
  if (type !== 'int' || typeof literal !== 'bigint') return undefined;
  const bounds: Readonly<Record<string, readonly [bigint | null, bigint | null]>> = {
    '==': [literal, literal],
    '<=': [null, literal],
    '<': [null, literal - 1n],
    '>=': [literal, null],
    '>': [literal + 1n, null],
  };
  const found = bounds[op];
  return found && { kind: 'numbers', least: found[0], most: found[1] };
}

/** Everything that the fact can be. */
function wholeRoom(fact: string): Room {
  const type = FACT_TYPES.get(fact);
  if (type === 'int') return { kind: 'numbers', least: null, most: null };
  if (type !== 'string') return { kind: 'numbers', least: 0n, most: 1n };
  const known = KNOWN_TEXTS[fact];
  // Only words that are all there is can be used up.
  const isClosed = known !== undefined && fact !== 'jurisdiction' && fact !== 'currency';
  return { kind: 'texts', among: isClosed, texts: isClosed ? known.known : [] };
}

/** The case with one more demand, or null when nothing is left of that fact. */
export function narrowed(one: RuleCase, fact: string, room: Room): RuleCase | null {
  const both = common(one.get(fact) ?? wholeRoom(fact), room);
  return both === null ? null : new Map([...one, [fact, both]]);
}

function allOf(left: readonly RuleCase[], right: readonly RuleCase[]): readonly RuleCase[] {
  return left.flatMap((one) => right.flatMap((other) => merged(one, other) ?? []));
}
function merged(one: RuleCase, other: RuleCase): RuleCase | null {
  let all: RuleCase | null = one;
  for (const [fact, room] of other) all = all && narrowed(all, fact, room);
  return all;
}

/** What two rooms of one fact share; null when that is nothing. */
export function common(one: Room, other: Room): Room | null {
  if (one.kind === 'numbers' && other.kind === 'numbers') {
    const least = one.least === null || (other.least !== null && other.least > one.least) ? other.least : one.least;
    const most = one.most === null || (other.most !== null && other.most < one.most) ? other.most : one.most;
    return least !== null && most !== null && least > most ? null : { kind: 'numbers', least, most };
  }
  if (one.kind !== 'texts' || other.kind !== 'texts') return null;
  if (!one.among && !other.among)
    return { kind: 'texts', among: false, texts: [...new Set([...one.texts, ...other.texts])] };
  const [these, those] = one.among ? [one, other] : [other, one];
  const texts = these.texts.filter((text) => those.texts.includes(text) === those.among);
  return texts.length === 0 ? null : { kind: 'texts', among: true, texts };
}

/** The rooms that together are everything but this one. */
export function complement(room: Room): readonly Room[] {
  if (room.kind === 'texts') return [{ ...room, among: !room.among }];
  const { least, most } = room;
  return [
    ...(least === null ? [] : [{ kind: 'numbers', least: null, most: least - 1n } as const]),
    ...(most === null ? [] : [{ kind: 'numbers', least: most + 1n, most: null } as const]),
  ];
}

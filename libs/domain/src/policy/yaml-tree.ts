import { isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument, type Node } from 'yaml';

// The only file that knows the YAML package.

/** What a policy file may be made of. More is refused before the parser sees it: deep nesting ends the process, not the parse. */
const LIMITS = { bytes: 256 * 1024, tokens: 12_000, depth: 20, indent: 80, dashes: 4 } as const;

export type Place = Readonly<{ line: number; column: number }>;
type YamlField = Readonly<{ name: string; offset: number; value: YamlNode }>;
/** A parsed value and where it begins. */
export type YamlNode =
  | Readonly<{ kind: 'map'; offset: number; fields: readonly YamlField[] }>
  | Readonly<{ kind: 'list'; offset: number; items: readonly YamlNode[] }>
  | Readonly<{
      kind: 'scalar';
      offset: number;
      value: string | number | boolean | null;
      /** Where the first character of `value` stands, when the file holds it letter by letter. */ textOffset:
        number | null;
    }>;
export type YamlTree =
  | Readonly<{ kind: 'read'; root: YamlNode; placeOf(offset: number): Place }>
  | Readonly<{ kind: 'unreadable'; faults: readonly Readonly<{ place: Place; detail: string }>[] }>;

/** Reads one YAML document: no anchors, aliases or tags, no key twice, no deeper than twenty. Never throws. */
export function readYaml(text: string): YamlTree {
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const excess = excessOf(text);
  if (excess !== undefined) return { kind: 'unreadable', faults: [{ place: { line: 1, column: 1 }, detail: excess }] };

  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    strict: true,
    uniqueKeys: true,
    stringKeys: true,
    merge: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const problems = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    place: placeOf(pos[0]),
    detail: message,
  }));
  if (problems.length > 0) return { kind: 'unreadable', faults: problems.slice(0, 20) };

  const reading = new Reading(text, placeOf);
  const root = reading.nodeOf(document.contents, 0, 0);
  return reading.refused.length > 0 ? { kind: 'unreadable', faults: reading.refused } : { kind: 'read', root, placeOf };
}

/** Turns the package's nodes into ours and notes what a policy may not use. */
class Reading {
  readonly refused: { place: Place; detail: string }[] = [];
  constructor(
    private readonly text: string,
    private readonly placeOf: (offset: number) => Place,
  ) {}

  nodeOf(node: Node | null, depth: number, at: number): YamlNode {
    const offset = node?.range?.[0] ?? at;
    if (node === null) return scalar(offset, null, null);
    if (depth > LIMITS.depth) return this.refuse(offset, `nested deeper than ${LIMITS.depth}`);
    if (isAlias(node)) return this.refuse(offset, 'aliases are not allowed');
    if (node.tag !== undefined) return this.refuse(offset, 'tags are not allowed');
    if (isMap<Node, Node | null>(node) || isSeq<Node | null>(node) || isScalar(node))
      if (node.anchor !== undefined) return this.refuse(offset, 'anchors are not allowed');

    if (isMap<Node, Node | null>(node)) {
      const fields = node.items.map((pair) => this.fieldOf(pair.key, pair.value, depth, offset));
      return { kind: 'map', offset, fields };
    }
    if (isSeq<Node | null>(node))
      return { kind: 'list', offset, items: node.items.map((item) => this.nodeOf(item, depth + 1, offset)) };

    const value = isScalar(node) ? node.value : undefined;
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return scalar(offset, value, textOffsetOf(value, offset, this.text));
    return this.refuse(offset, 'not a text, number or truth value');
  }

  private fieldOf(key: Node, value: Node | null, depth: number, at: number): YamlField {
    const offset = key.range?.[0] ?? at;
    return { name: isScalar(key) ? String(key.value) : '', offset, value: this.nodeOf(value, depth + 1, offset) };
  }

  private refuse(offset: number, detail: string): YamlNode {
    this.refused.push({ place: this.placeOf(offset), detail });
    return scalar(offset, null, null);
  }
}

const scalar = (offset: number, value: string | number | boolean | null, textOffset: number | null): YamlNode => ({
  kind: 'scalar',
  offset,
  value,
  textOffset,
});

function textOffsetOf(value: unknown, offset: number, text: string): number | null {
  if (typeof value !== 'string') return null;
  const start = text[offset] === "'" || text[offset] === '"' ? offset + 1 : offset;
  return text.startsWith(value, start) ? start : null;
}

/** Why the text is too much for the parser, if it is. The lexer works in one pass, without recursion. */
function excessOf(text: string): string | undefined {
  if (text.length > LIMITS.bytes) return `longer than ${LIMITS.bytes} characters`;
  if (text.split('\n').some(tooNested)) return `nested deeper than ${LIMITS.depth}`;
  let tokens = 0;
  let depth = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    if (previous !== SCALAR_FOLLOWS)
      depth += Number(token === '[' || token === '{') - Number(token === ']' || token === '}');
    if (depth > LIMITS.depth) return `nested deeper than ${LIMITS.depth}`;
    if (++tokens > LIMITS.tokens) return 'too many rules';
    previous = token;
  }
  return undefined;
}
const SCALAR_FOLLOWS = '\u001f';
const tooNested = (line: string): boolean =>
  line.search(/\S|$/) > LIMITS.indent || new RegExp(`^\\s*(?:[-?]\\s+){${LIMITS.dashes + 1}}`).test(line);

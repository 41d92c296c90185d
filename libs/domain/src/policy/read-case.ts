import { WAIVER_REASONS } from '../law/waiver-reasons';
import type { RecordedRefund } from '../refund/replay-refund';
import { nearestName } from './nearest-name';
import type { PolicyFacts, PolicyFault } from './policy';
import { PolicyReader, type Fields } from './policy-reader';
import { FACT_NAMES, FACT_TYPES, KNOWN_TEXTS, VOCABULARY } from './vocabulary';
import { readYaml, type YamlNode } from './yaml-tree';

export type CaseParse =
  | Readonly<{
      kind: 'valid';
      recorded: RecordedRefund;
      /** Facts that the case leaves out: a rule that asks for one cannot be evaluated, and a person looks. */
      missing: readonly string[];
    }>
  | Readonly<{ kind: 'invalid'; faults: readonly PolicyFault[] }>;

const MOST_ENTRIES = 200;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const GROUNDS = ['refundsOfSale', 'feesBefore', 'feeable', 'feeCap', 'returnUnits'] as const;

/**
 * Reads one case in YAML or JSON, on which a policy can be tried without a database: `at`, `facts` by the names that
 * conditions use, and optionally `inTime`, `payBy` and `grounds`. What is left out of the grounds follows from the facts.
 * Never throws; wrong names and types are told with line, column and what was likely meant.
 */
export function readCase(text: string): CaseParse {
  const tree = readYaml(text);
  if (tree.kind === 'unreadable')
    return {
      kind: 'invalid',
      faults: tree.faults.map(({ place, detail }) => ({ code: 'policy_syntax', ...place, detail, suggestion: null })),
    };
  const reader = new PolicyReader(tree.placeOf);
  const fields = reader.fields(tree.root, 'a case', {
    required: ['at', 'facts'],
    optional: ['inTime', 'payBy', 'grounds'],
  });
  const missing: string[] = [];
  const facts = readFacts(reader, fields.get('facts'), missing);
  const at = readPattern(reader, fields.get('at'), 'at', INSTANT) ?? '1970-01-01T00:00:00Z';
  const payBy = readPattern(reader, fields.get('payBy'), 'payBy', DATE);
  const waived = facts.jurisdiction !== 'other' && WAIVER_REASONS.some((reason) => reason === facts.reason);
  const inTime = fields.get('inTime');
  const recorded: RecordedRefund = {
    ...{ facts, at, payBy },
    inTime: inTime === undefined ? facts.statutory && !waived : reader.flag(inTime, 'inTime'),
    grounds: { ...readGrounds(reader, fields, facts), waived },
  };
  return reader.faults.length > 0 ? { kind: 'invalid', faults: reader.faults } : { kind: 'valid', recorded, missing };
}

function readFacts(reader: PolicyReader, node: YamlNode | undefined, missing: string[]): PolicyFacts {
  // What is left out stays out: the rules find no fact there, which is what they would meet.
  return read(node, VOCABULARY, '') as PolicyFacts;

  function read(map: YamlNode | undefined, types: object, prefix: string): object {
    if (map !== undefined && map.kind !== 'map') reader.fault('policy_syntax', map.offset, 'facts are a map');
    const given = new Map(map?.kind === 'map' ? map.fields.map((field) => [field.name, field]) : []);
    for (const { name, offset } of given.values())
      if (!(name in types))
        reader.fault(
          'unknown_field',
          offset,
          `there is no fact ${prefix}${name}`,
          nearestName(prefix + name, FACT_NAMES),
        );
    return Object.fromEntries(
      Object.entries(types).flatMap(([name, type]: [string, unknown]) => {
        const value = given.get(name)?.value;
        if (typeof type === 'object' && type !== null) return [[name, read(value, type, `${prefix}${name}.`)]];
        if (value === undefined) missing.push(prefix + name);
        return value === undefined ? [] : [[name, factOf(value, prefix + name)]];
      }),
    );
  }

  function factOf(value: YamlNode, name: string): unknown {
    const type = FACT_TYPES.get(name);
    if (type === 'int') return reader.integer(value, name, [-1, Number.MAX_SAFE_INTEGER]);
    if (type === 'bool') return reader.flag(value, name);
    if (type === 'string') return wordOf(value, name);
    return reader.list(value, name, MOST_ENTRIES).map((item) => wordOf(item, name));
  }

  function wordOf(value: YamlNode, name: string): string {
    const word = value.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
    if (word === undefined) reader.fault('policy_syntax', value.offset, `${name} must be a text`);
    const texts = KNOWN_TEXTS[name];
    if (word !== undefined && texts !== undefined && !texts.fits(word))
      reader.fault('policy_syntax', value.offset, `${name} is never "${word}"`, nearestName(word, texts.known));
    return word ?? '';
  }
}

function readGrounds(reader: PolicyReader, fields: Fields, facts: Partial<PolicyFacts>) {
  const node = fields.get('grounds');
  const given = node && reader.fields(node, 'grounds', { required: [], optional: GROUNDS });
  const amount = (name: (typeof GROUNDS)[number]): number | null => reader.amount(given?.get(name), name);
  const feeable = amount('feeable') ?? facts.goodsGross ?? 0;
  const feeCap = amount('feeCap');
  return {
    refundsOfSale: amount('refundsOfSale') ?? 0,
    feesBefore: amount('feesBefore') ?? 0,
    ...{ feeable, feeCap, uncapped: feeCap === null ? feeable : 0 },
    returnUnits: amount('returnUnits') ?? Number((facts.lineKinds ?? []).includes('goods')),
  };
}

function readPattern(reader: PolicyReader, node: YamlNode | undefined, what: string, pattern: RegExp): string | null {
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) return null;
  const text = reader.text(node, what, 40);
  if (pattern.test(text) && !Number.isNaN(Date.parse(text))) return text;
  reader.fault(
    'policy_syntax',
    node.offset,
    `${what} must be a ${pattern === DATE ? 'date' : 'time'} like RFC 3339 has it`,
  );
  return null;
}

import { compileCondition, type Condition } from './condition';
import type { EligibilityRule, PolicyFeeRule, PolicyRule, ReturnRule } from './compiled-policy';
import { nearestName } from './nearest-name';
import type { Sentence } from './policy';
import type { Fields, PolicyReader } from './policy-reader';
import type { YamlNode } from './yaml-tree';

const MOST_RULES = 100;
const MOST_DAYS = 365;
const PLACEHOLDERS = ['amount', 'bps', 'cap', 'date'];
const NEVER: Condition = {
  text: 'false',
  isAlways: false,
  root: null,
  unknownWords: [],
  cost: () => 0,
  evaluate: () => ({ kind: 'answered', holds: false }),
};

export const readEligibility = (reader: PolicyReader, node: YamlNode | undefined): readonly EligibilityRule[] =>
  withDefault(
    reader,
    node,
    'eligibility',
    readRules(reader, node, 'eligibility', ['allow', 'he', 'en'], [], (fields) => ({
      allow: reader.flag(fields.get('allow'), 'allow'),
      text: readSentence(reader, fields),
    })),
  );

export const readReturnRules = (reader: PolicyReader, node: YamlNode | undefined): readonly ReturnRule[] =>
  readRules(reader, node, 'return', ['mode', 'he', 'en'], ['days', 'holdDays', 'trigger'], (fields) => {
    const mode = reader.oneOf(fields.get('mode'), 'mode', ['required', 'returnless', 'instant', 'none']);
    const daysName = mode === 'instant' ? 'holdDays' : 'days';
    const said = fields.get('mode');
    const isSaid = said?.kind === 'scalar' && said.value === mode;
    if (isSaid && (mode === 'required' || mode === 'instant') && fields.get(daysName) === undefined)
      reader.fault('policy_syntax', fields.offset, `mode ${mode} needs ${daysName}`);
    return {
      mode,
      days: fields.get(daysName) === undefined ? 0 : reader.integer(fields.get(daysName), daysName, [1, MOST_DAYS]),
      trigger: reader.oneOf(fields.get('trigger'), 'trigger', ['delivered', 'first_scan', 'received', 'inspected']),
      text: readSentence(reader, fields),
    };
  });

export const readFeeRules = (reader: PolicyReader, node: YamlNode | undefined): readonly PolicyFeeRule[] =>
  readRules(reader, node, 'fee', ['bps', 'he', 'en'], ['max'], (fields) => ({
    bps: reader.basisPoints(fields.get('bps'), 'bps'),
    max: reader.amount(fields.get('max'), 'max'),
    text: readSentence(reader, fields),
  }));

/** The rules of one list: each with an id of its own and a condition, and what `more` reads from its other fields. */
export function readRules<More extends object>(
  reader: PolicyReader,
  node: YamlNode | undefined,
  list: string,
  required: readonly string[],
  optional: readonly string[],
  more: (fields: Fields) => More,
): readonly (PolicyRule & More)[] {
  const ids = new Set<string>();
  return reader.list(node, list, MOST_RULES).map((item) => {
    const fields = reader.fields(item, `a rule of ${list}`, { required: ['id', 'when', ...required], optional });
    const id = reader.text(fields.get('id'), 'id', 48);
    const idOffset = fields.get('id')?.offset ?? fields.offset;
    if (id !== '' && !/^[a-z][a-z0-9_]*$/.test(id))
      reader.fault('policy_syntax', idOffset, 'an id is made of a-z, 0-9 and _');
    if (ids.has(id)) reader.fault('duplicate_rule_id', idOffset, `${list} has two rules ${id}`);
    ids.add(id);
    return { id, when: readCondition(reader, fields.get('when')), text: null, ...more(fields) };
  });
}

/** The last rule of a list that must always answer holds always. */
export function withDefault<Rule extends PolicyRule>(
  reader: PolicyReader,
  node: YamlNode | undefined,
  list: string,
  rules: readonly Rule[],
): readonly Rule[] {
  if (node !== undefined && rules.at(-1)?.when.isAlways !== true)
    reader.fault('missing_default', node.offset, `the last rule of ${list} must have when: 'true'`);
  return rules;
}

function readCondition(reader: PolicyReader, node: YamlNode | undefined): Condition {
  if (node === undefined) return NEVER;
  const value = node.kind === 'scalar' ? node.value : null;
  if (typeof value !== 'string' && typeof value !== 'boolean') {
    reader.fault('policy_syntax', node.offset, 'when must be a condition');
    return NEVER;
  }
  // Inside a plain or quoted text the very character can be shown; in a folded one its beginning.
  const start = node.kind === 'scalar' ? node.textOffset : null;
  const placeOf = (offset: number): number => (start === null ? node.offset : start + offset);
  const result = compileCondition(String(value));
  if (result.kind === 'faulty') {
    reader.fault(result.code, placeOf(result.offset), result.detail, result.suggestion);
    return NEVER;
  }
  for (const { offset, detail, suggestion } of result.condition.unknownWords)
    reader.finding('cel_unknown_value', placeOf(offset), detail, suggestion);
  return result.condition;
}

function readSentence(reader: PolicyReader, fields: Fields): Sentence {
  const read = (language: 'he' | 'en'): string => {
    const node = fields.get(language);
    const isText = node?.kind === 'scalar' && typeof node.value === 'string' && node.value.trim() !== '';
    if (node !== undefined && !isText) {
      reader.fault('missing_translation', node.offset, `${language} has no text`);
      return '';
    }
    const text = reader.text(node, language, 500);
    for (const [, name = ''] of text.matchAll(/\{([^}]*)\}/g))
      if (!PLACEHOLDERS.includes(name) && node !== undefined)
        reader.fault(
          'unknown_field',
          node.offset,
          `a text can hold ${PLACEHOLDERS.map((one) => `{${one}}`).join(' ')}`,
          nearestName(name, PLACEHOLDERS),
        );
    return text;
  };
  return { he: read('he'), en: read('en') };
}

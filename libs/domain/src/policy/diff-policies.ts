import { canonicalJson } from '../identity/canonical-json';
import type { CompiledPolicy, PolicyRule } from './compiled-policy';

/** One thing that two versions say differently: `approval.auto.when`. Null = that version says nothing of it. */
export type PolicyChange = Readonly<{
  /** Where: the section, then the rule's id, then its field. */ path: string;
  from: string | null;
  to: string | null;
}>;

const LISTS = ['eligibility', 'return', 'fee', 'approval'] as const;

/**
 * What changes from one version to the next, rule by rule, whatever was only moved, spaced or commented in the text. The
 * order of rules is told where it differs, for the first that holds decides.
 */
export function diffPolicies(from: CompiledPolicy, to: CompiledPolicy): readonly PolicyChange[] {
  return [
    ...fieldChanges('', settingsOf(from), settingsOf(to)),
    ...LISTS.flatMap((list) => ruleChanges(list, rulesOf(from, list), rulesOf(to, list))),
  ];
}

const rulesOf = (policy: CompiledPolicy, list: (typeof LISTS)[number]): readonly PolicyRule[] =>
  list === 'approval' ? policy.approval.ladder : policy[list];

/** Everything that is no list of rules. */
function settingsOf({ approval, ...policy }: CompiledPolicy): object {
  const settings = Object.entries(policy).filter(([name]) => !LISTS.some((list) => list === name));
  return { ...Object.fromEntries(settings), approval: { machines: approval.machines } };
}

function ruleChanges(list: string, from: readonly PolicyRule[], to: readonly PolicyRule[]): readonly PolicyChange[] {
  const ids = [...new Set([...from, ...to].map(({ id }) => id))];
  const changes = ids.flatMap((id) => {
    const [before, after] = [from.find((rule) => rule.id === id), to.find((rule) => rule.id === id)];
    return fieldChanges(`${list}.${id}`, before ? ruleFields(before) : {}, after ? ruleFields(after) : {});
  });
  const orderOf = (rules: readonly PolicyRule[], others: readonly PolicyRule[]): string =>
    rules
      .map(({ id }) => id)
      .filter((id) => others.some((other) => other.id === id))
      .join(' ');
  const [before, after] = [orderOf(from, to), orderOf(to, from)];
  return before === after ? changes : [...changes, { path: `${list}.order`, from: before, to: after }];
}

function ruleFields({ when, ...rule }: PolicyRule): object {
  const { id: _, ...fields } = rule;
  return { when: when.text.trim(), ...fields };
}

function fieldChanges(path: string, from: object, to: object): readonly PolicyChange[] {
  const [before, after]: Readonly<Record<string, unknown>>[] = [{ ...from }, { ...to }];
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names.flatMap((name) => {
    const [was, is] = [before?.[name], after?.[name]];
    const place = path === '' ? name : `${path}.${name}`;
    if (isMap(was) && isMap(is)) return fieldChanges(place, was, is);
    const [one, other] = [told(was), told(is)];
    return one === other ? [] : [{ path: place, from: one, to: other }];
  });
}
const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
function told(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : canonicalJson(value);
}

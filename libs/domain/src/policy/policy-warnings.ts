import { IL_LAW_PACK } from '../law/il.law-pack';
import type { CompiledPolicy, PolicyRule } from './compiled-policy';
import type { PolicyReader } from './policy-reader';
import { casesOf } from './rule-cases';
import { reachFaults } from './rule-reach';
import type { YamlNode } from './yaml-tree';

/** What may be published but deserves a second look: rules that can never speak, terms that the law will correct. */
export function warn(reader: PolicyReader, policy: CompiledPolicy, root: YamlNode): void {
  const offsetOf = offsets(root);
  warnUnreachable(reader, 'eligibility', policy.eligibility, offsetOf);
  warnUnreachable(reader, 'return', policy.return, offsetOf);
  warnUnreachable(reader, 'fee', policy.fee, offsetOf);
  warnUnreachable(reader, 'approval', policy.approval.ladder, offsetOf);

  const cap = IL_LAW_PACK.fee;
  for (const { id, bps, max } of policy.fee)
    if (cap && (bps > cap.bps || (policy.currency === cap.currency && (max ?? Infinity) > cap.max)))
      reader.finding(
        'below_law',
        offsetOf('fee', id),
        `fee ${id} may be above the legal cap and will be lowered where it is`,
      );
  if (!policy.destinations.allow.includes('original'))
    reader.finding('below_law', offsetOf('destinations'), 'who has a legal right can always have the money back');
  if (policy.destinations.creditMonths < IL_LAW_PACK.creditMonths && policy.destinations.allow.includes('store_credit'))
    reader.finding(
      'below_law',
      offsetOf('destinations'),
      `in Israel store credit is good for ${IL_LAW_PACK.creditMonths} months at least`,
    );
}

type OffsetOf = (section: string, rule?: string) => number;
function warnUnreachable(reader: PolicyReader, list: string, rules: readonly PolicyRule[], offsetOf: OffsetOf): void {
  const reached = rules.map(({ id, when: { root } }) => ({ id, cases: root && casesOf(root) }));
  for (const { kind, id, detail } of reachFaults(reached))
    reader.finding(
      kind === 'unreachable' ? 'unreachable_rule' : 'overlapping_rules',
      offsetOf(list, id),
      `${list}: ${detail}`,
    );
}

function offsets(root: YamlNode): OffsetOf {
  const field = (node: YamlNode | undefined, name: string): YamlNode | undefined =>
    node?.kind === 'map' ? node.fields.find((one) => one.name === name)?.value : undefined;
  return (section, rule) => {
    const value = field(root, section);
    const list = field(value, 'ladder') ?? value;
    const item = list?.kind === 'list' ? list.items.find((one) => isId(field(one, 'id'), rule)) : undefined;
    return (item ?? list ?? root).offset;
  };
}
const isId = (node: YamlNode | undefined, id: string | undefined): boolean =>
  node?.kind === 'scalar' && node.value === id;

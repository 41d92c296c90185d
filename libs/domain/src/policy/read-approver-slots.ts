import type { ApproverSlot } from '../approval/approver';
import { APPROVER_ROLES } from '../approval/approver-roles';
import type { PolicyStep } from './policy';
import type { Fields, PolicyReader } from './policy-reader';
import type { YamlNode } from './yaml-tree';

/** More approvers than this nobody gathers for one refund. */
const MOST_SLOTS = 10;
const TEAM = /^[a-z][a-z0-9_-]*$/;

/** The ways to say whom a step asks for; exactly one of them is used. */
const WAYS = ['role', 'team', 'limit', 'oneOf', 'allOf', 'of'] as const;
const OWN: readonly string[] = ['role', 'team', 'limit'];

type Asked = Pick<PolicyStep, 'role' | 'slots' | 'needed'>;

/**
 * Whom a step asks for: `role`, `team` and `limit` in one person; `oneOf` or `allOf` several; or `count` of those in
 * `of`. An entry of a list is a role, or a map of `role`, `team` and `limit`.
 */
export function readSlots(reader: PolicyReader, fields: Fields): Asked {
  const said = WAYS.filter((way) => fields.get(way) !== undefined);
  const lists = said.filter((way) => !OWN.includes(way));
  if (said.length === 0) reader.fault('policy_syntax', fields.offset, 'a step lacks role');
  if (lists.length > 1 || (lists.length === 1 && said.length > 1))
    reader.fault('policy_syntax', fields.offset, `a step says ${said.join(' and ')}, and only one of them counts`);
  if (fields.get('count') !== undefined && fields.get('of') === undefined)
    reader.fault('policy_syntax', fields.offset, 'count needs of');

  const [list] = lists;
  if (list === undefined) return ofOne(readSlot(reader, fields, fields.offset));
  const slots = reader.list(fields.get(list), list, MOST_SLOTS).map((item) => readEntry(reader, item));
  if (slots.length === 0) reader.fault('policy_syntax', fields.offset, `${list} names nobody`);
  return { role: nameOf(slots), slots, needed: neededOf(reader, fields, list, slots.length) };
}

/** What most steps say has no list of slots: one approval of a role. */
const ofOne = (slot: ApproverSlot): Asked =>
  slot.team === null && slot.limit === null
    ? { role: slot.role ?? 'lead' }
    : { role: nameOf([slot]), slots: [slot], needed: 1 };

const nameOf = (slots: readonly ApproverSlot[]): Asked['role'] => slots.find(({ role }) => role)?.role ?? 'lead';

function neededOf(reader: PolicyReader, fields: Fields, list: string, slots: number): number {
  if (list === 'oneOf') return 1;
  if (list === 'allOf') return Math.max(1, slots);
  if (fields.get('count') === undefined) reader.fault('policy_syntax', fields.offset, 'of needs count');
  return reader.integer(fields.get('count'), 'count', [1, Math.max(1, slots)]);
}

function readEntry(reader: PolicyReader, node: YamlNode): ApproverSlot {
  if (node.kind === 'scalar')
    return { role: reader.oneOf(node, 'role', APPROVER_ROLES, 'unknown_role'), team: null, limit: null };
  const fields = reader.fields(node, 'an approver', { required: [], optional: OWN });
  if (OWN.every((way) => fields.get(way) === undefined))
    reader.fault('policy_syntax', node.offset, 'an approver has a role, a team or a limit');
  return readSlot(reader, fields, node.offset);
}

function readSlot(reader: PolicyReader, fields: Fields, offset: number): ApproverSlot {
  const [role, team] = [fields.get('role'), fields.get('team')];
  const name = team === undefined ? null : reader.text(team, 'team', 48);
  if (name !== null && name !== '' && !TEAM.test(name))
    reader.fault('policy_syntax', team?.offset ?? offset, 'a team is named with a-z, 0-9, _ and -');
  return {
    role: role === undefined ? null : reader.oneOf(role, 'role', APPROVER_ROLES, 'unknown_role'),
    team: name,
    limit: reader.amount(fields.get('limit'), 'limit'),
  };
}

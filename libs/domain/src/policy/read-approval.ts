import { APPROVER_ROLES } from '../approval/approver-roles';
import { approvalsAsked } from '../approval/approval-ladder';
import type { ApprovalRule, CompiledPolicy } from './compiled-policy';
import type { PolicyStep } from './policy';
import type { PolicyReader } from './policy-reader';
import { readSlots } from './read-approver-slots';
import { readRules, withDefault } from './read-rules';
import type { YamlNode } from './yaml-tree';

const MOST_STEPS = 5;
const MOST_HOURS = 2_000;

/** The ladder, as a list or as `{machines, ladder}`. */
export function readApproval(reader: PolicyReader, node: YamlNode | undefined): CompiledPolicy['approval'] {
  if (node?.kind !== 'map') return { machines: false, ladder: readLadder(reader, node) };
  const fields = reader.fields(node, 'approval', { required: ['ladder'], optional: ['machines'] });
  return {
    machines: reader.flag(fields.get('machines'), 'machines'),
    ladder: readLadder(reader, fields.get('ladder')),
  };
}

function readLadder(reader: PolicyReader, node: YamlNode | undefined): readonly ApprovalRule[] {
  const ladder = readRules(reader, node, 'approval', ['steps'], [], (fields) => ({
    steps: reader.list(fields.get('steps'), 'steps', MOST_STEPS).map((step) => readStep(reader, step)),
  }));
  // The last rule is also the one for breached limits and for rules that err: it must ask for as much as any before it.
  const last = ladder.at(-1)?.steps ?? [];
  const asksForMore = ({ steps }: ApprovalRule): boolean =>
    steps.length > last.length || approvalsAsked(steps) > approvalsAsked(last);
  if (node !== undefined && ladder.some(asksForMore))
    reader.fault('ladder_gap', node.offset, 'the last rule asks for fewer steps or approvals than one before it');
  return withDefault(reader, node, 'approval', ladder);
}

function readStep(reader: PolicyReader, node: YamlNode): PolicyStep {
  const fields = reader.fields(node, 'a step', {
    required: ['hours'],
    optional: ['role', 'team', 'limit', 'oneOf', 'allOf', 'count', 'of', 'then'],
  });
  const then = fields.get('then');
  return {
    ...readSlots(reader, fields),
    hours: reader.integer(fields.get('hours'), 'hours', [1, MOST_HOURS]),
    then: then === undefined || isNull(then) ? null : reader.oneOf(then, 'then', APPROVER_ROLES, 'unknown_role'),
  };
}

const isNull = (node: YamlNode): boolean => node.kind === 'scalar' && node.value === null;

import type { CompiledPolicy } from './compiled-policy';
import { REFUSED_AT_SAVE, type PolicyFault } from './policy';
import { PolicyReader } from './policy-reader';
import { warn } from './policy-warnings';
import { readApproval } from './read-approval';
import { readEligibility, readFeeRules, readReturnRules } from './read-rules';
import { readCalendar, readCurrency, readDeductions, readDestinations, readLimits, readSilence } from './read-settings';
import { readYaml } from './yaml-tree';

export type PolicyParse =
  | Readonly<{ kind: 'valid'; policy: CompiledPolicy; warnings: readonly PolicyFault[] }>
  | Readonly<{ kind: 'invalid'; faults: readonly PolicyFault[] }>;

const REQUIRED = ['name', 'currency', 'calendar', 'eligibility', 'destinations', 'approval'];
const OPTIONAL = ['return', 'deductions', 'fee', 'limits', 'onSilence'];

/**
 * Checks and compiles the YAML text of a policy (domain.md section 5). Never throws; all faults that can be seen at once
 * are told, with line and column. The same text always gives the same answer.
 */
export function parsePolicy(text: string): PolicyParse {
  const tree = readYaml(text);
  if (tree.kind === 'unreadable')
    return {
      kind: 'invalid',
      faults: tree.faults.map(({ place, detail }) => ({ code: 'policy_syntax', ...place, detail, suggestion: null })),
    };

  const reader = new PolicyReader(tree.placeOf);
  const fields = reader.fields(tree.root, 'a policy', { required: REQUIRED, optional: OPTIONAL });
  const policy: CompiledPolicy = {
    name: reader.text(fields.get('name'), 'name', 120),
    currency: readCurrency(reader, fields.get('currency')),
    calendar: readCalendar(reader, fields.get('calendar')),
    eligibility: readEligibility(reader, fields.get('eligibility')),
    return: readReturnRules(reader, fields.get('return')),
    deductions: readDeductions(reader, fields.get('deductions')),
    fee: readFeeRules(reader, fields.get('fee')),
    destinations: readDestinations(reader, fields.get('destinations')),
    approval: readApproval(reader, fields.get('approval')),
    limits: readLimits(reader, fields.get('limits')),
    onSilence: readSilence(reader, fields.get('onSilence')),
  };
  if (reader.faults.length > 0) return { kind: 'invalid', faults: inOrder(reader.faults) };

  warn(reader, policy, tree.root);
  return { kind: 'valid', policy, warnings: inOrder(reader.findings) };
}

/**
 * The same for a text that is to be saved or published: what can only be a mistake is refused too, such as a rule that can
 * never be the first that holds.
 */
export function checkPolicy(text: string): PolicyParse {
  const parse = parsePolicy(text);
  if (parse.kind === 'invalid') return parse;
  const faults = parse.warnings.filter(({ code }) => REFUSED_AT_SAVE.includes(code));
  return faults.length > 0 ? { kind: 'invalid', faults } : parse;
}

/** A fault as people are told it: where, what, and what was likely meant. */
export const faultText = ({ code, line, column, detail, suggestion }: PolicyFault): string =>
  `${line}:${column} ${code}: ${detail}${suggestion === null ? '' : `; did you mean ${suggestion}?`}`;

const inOrder = (faults: readonly PolicyFault[]): readonly PolicyFault[] =>
  faults.toSorted((a, b) => a.line - b.line || a.column - b.column);

import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  checkPolicy,
  diffLines,
  diffPolicies,
  faultText,
  formatMoney,
  money,
  readCase,
  replayRefund,
  type CompiledPolicy,
  type PolicyFault,
} from '@zikui/domain';
import type { PolicyCommand } from './policy-command';

/** What is written, and the code with which the command ends. */
export type PolicyOutcome = Readonly<{ code: 0 | 1 | 2; lines: readonly string[] }>;

/** Carries a command out; reads files and nothing else. Throws one sentence when a file cannot be read. */
export function runPolicyCommand(command: PolicyCommand): PolicyOutcome {
  if (command.name === 'validate') return validate(command.files, command.json);
  if (command.name === 'diff') return diff(command);
  return explain(command);
}

function validate(files: readonly string[], json: boolean): PolicyOutcome {
  const checked = files.map((file) => ({ file, check: checkPolicy(textOf(file)) }));
  const code = checked.some(({ check }) => check.kind === 'invalid') ? 1 : 0;
  if (json)
    return asJson(
      code,
      checked.map(({ file, check }) => ({
        file,
        valid: check.kind === 'valid',
        faults: check.kind === 'valid' ? [] : check.faults,
        warnings: check.kind === 'valid' ? check.warnings : [],
      })),
    );
  return {
    code,
    lines: checked.flatMap(({ file, check }) =>
      check.kind === 'invalid'
        ? check.faults.map((fault) => told(file, fault))
        : [
            `${file}: valid (${check.policy.name}, ${check.policy.currency})`,
            ...check.warnings.map((warning) => `${told(file, warning)} (warning)`),
          ],
    ),
  };
}

function diff({ from, to, json }: Extract<PolicyCommand, { name: 'diff' }>): PolicyOutcome {
  const [old, fresh] = [textOf(from), textOf(to)];
  const [before, after] = [policyOf(from, old), policyOf(to, fresh)];
  if ('lines' in before) return before;
  if ('lines' in after) return after;
  const changes = diffPolicies(before, after);
  const lines = diffLines(old, fresh);
  const code = lines.every(({ kind }) => kind === 'same') ? 0 : 1;
  if (json) return asJson(code, { changes, lines: lines.filter(({ kind }) => kind !== 'same') });
  const shown = (value: string | null): string => value ?? 'nothing';
  return {
    code,
    lines: [
      ...changes.map((change) => `${change.path}: ${shown(change.from)} -> ${shown(change.to)}`),
      ...(code === 1 && changes.length === 0 ? ['Only the layout of the text differs.'] : []),
      ...lines.flatMap(({ kind, text }) => (kind === 'same' ? [] : [`${kind === 'gone' ? '-' : '+'} ${text}`])),
    ],
  };
}

function explain({ policy: file, facts, json }: Extract<PolicyCommand, { name: 'explain' }>): PolicyOutcome {
  const policy = policyOf(file, textOf(file));
  if ('lines' in policy) return policy;
  const found = readCase(textOf(facts));
  if (found.kind === 'invalid') return { code: 2, lines: found.faults.map((fault) => told(facts, fault)) };
  const decided = replayRefund(policy, found.recorded);
  const code = decided.outcome === 'refused' ? 1 : 0;
  if (json) return asJson(code, { ...decided, missing: found.missing });
  const inWords = (minor: number): string => formatMoney(money(minor, policy.currency), 'en');
  const { outcome, rule, payout, fee, returnMode, steps, trace } = decided;
  return {
    code,
    lines: [
      `outcome  ${outcome} by ${rule}${steps > 0 ? `, ${steps} step${steps > 1 ? 's' : ''}` : ''}`,
      `payout   ${inWords(payout)} (fee ${inWords(fee)})`,
      `return   ${returnMode}`,
      ...found.missing.map((name) => `missing  ${name}`),
      ...trace.map(
        ({ list, rule: asked, outcome: answer, error }) =>
          `${list.padEnd(12)}${asked.padEnd(20)}${answer}${error === null ? '' : ` (${error})`}`,
      ),
    ],
  };
}

/** A text that is no policy ends what needs one. */
function policyOf(file: string, text: string): CompiledPolicy | PolicyOutcome {
  const check = checkPolicy(text);
  return check.kind === 'valid' ? check.policy : { code: 2, lines: check.faults.map((fault) => told(file, fault)) };
}

const told = (file: string, fault: PolicyFault): string => `${file}:${faultText(fault)}`;
const asJson = (code: PolicyOutcome['code'], value: unknown): PolicyOutcome => ({
  code,
  lines: [JSON.stringify(value, null, 2)],
});

/** npm runs us in the repository's folder, whoever calls from wherever. */
function textOf(file: string): string {
  try {
    return readFileSync(path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file), 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

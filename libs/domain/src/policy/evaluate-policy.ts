import type { PolicyRule } from './compiled-policy';
import type { ConditionFacts } from './condition';

/** What one rule answered. The trace of a decision lists them in the order in which they were asked. */
export type RuleTrace = Readonly<{
  list: 'eligibility' | 'return' | 'fee' | 'approval';
  rule: string;
  outcome: 'matched' | 'passed' | 'policy_error';
  error: string | null;
}>;
export type Match<Rule> =
  Readonly<{ kind: 'matched'; rule: Rule }> | Readonly<{ kind: 'none' }> | Readonly<{ kind: 'errored'; rule: Rule }>;

/**
 * Steps of evaluation that one request may use, about ten milliseconds on a slow machine (measured: 15 million per
 * second when cold). Counted, not timed, so that the same facts always end the same way.
 */
const BUDGET = 150_000;

/** Asks the rules of one policy about one request's facts, within a budget, and keeps the trace. */
export class PolicyRun {
  readonly trace: RuleTrace[] = [];
  private budget = BUDGET;
  constructor(private readonly facts: ConditionFacts) {}

  /** The first rule that holds. An erring rule ends the search: what stands after it was not meant for this case. */
  first<Rule extends PolicyRule>(list: RuleTrace['list'], rules: readonly Rule[]): Match<Rule> {
    for (const rule of rules) {
      const error = this.ask(list, rule);
      if (error === true) return { kind: 'matched', rule };
      if (error !== false) return { kind: 'errored', rule };
    }
    return { kind: 'none' };
  }

  get hasErred(): boolean {
    return this.trace.some(({ outcome }) => outcome === 'policy_error');
  }

  private ask(list: RuleTrace['list'], { id, when }: PolicyRule): boolean | string {
    this.budget -= when.cost(this.facts);
    const answer =
      this.budget < 0 ? ({ kind: 'errored', error: 'budget_exceeded' } as const) : when.evaluate(this.facts);
    const note = (outcome: RuleTrace['outcome'], error: string | null): void =>
      void this.trace.push({ list, rule: id, outcome, error });
    if (answer.kind === 'errored') note('policy_error', answer.error);
    else note(answer.holds ? 'matched' : 'passed', null);
    return answer.kind === 'errored' ? answer.error : answer.holds;
  }
}

import { Environment, ParseError, type ASTNode } from '@marcbachmann/cel-js';
import { costOf, LONGEST_LIST, measure } from './condition-limits';
import type { ConditionNode } from './condition-node';
import { nearestName } from './nearest-name';
import type { PolicyFacts, PolicyFaultCode } from './policy';
import { unknownWords, type UnknownWord } from './unknown-words';
import { FACT_NAMES, LIST_NAMES, VOCABULARY } from './vocabulary';

// The only file that knows the CEL package.

/** Facts as conditions read them: whole numbers as BigInt, lists with their lengths known. */
export type ConditionFacts = Readonly<{
  variables: Readonly<Record<string, unknown>>;
  lengths: ReadonlyMap<string, number>;
}>;
type ConditionAnswer = Readonly<{ kind: 'answered'; holds: boolean } | { kind: 'errored'; error: string }>;
/** A condition that was checked against the facts' names and types: it can only be true, false or err. */
export type Condition = Readonly<{
  text: string;
  /** The literal `true`. */ isAlways: boolean;
  /** The condition as it was parsed; null for one that could not be. */ root: ConditionNode | null;
  /** Words that a fact can never be. */ unknownWords: readonly UnknownWord[];
  /** Steps that the evaluation takes; known before it begins, so that no clock is needed to stop it. */
  cost(facts: ConditionFacts): number;
  evaluate(facts: ConditionFacts): ConditionAnswer;
}>;
export type ConditionResult =
  | Readonly<{ kind: 'compiled'; condition: Condition }>
  | Readonly<{ kind: 'faulty'; code: PolicyFaultCode; offset: number; detail: string; suggestion: string | null }>;

const MOST_CHARACTERS = 2_000;
const ENVIRONMENT = Object.entries(VOCABULARY).reduce(
  (environment, [name, type]) =>
    typeof type === 'string'
      ? environment.registerVariable(name, type)
      : environment.registerVariable({ name, schema: { ...type } }),
  new Environment({
    limits: { maxAstNodes: 200, maxDepth: 20, maxListElements: LONGEST_LIST, maxMapEntries: 20, maxCallArguments: 4 },
  }),
);

/** Checks and compiles a condition. Never throws: what is wrong is the answer, with its offset in the text. */
export function compileCondition(text: string): ConditionResult {
  const faulty = (
    code: PolicyFaultCode,
    offset: number,
    detail: string,
    suggestion: string | null = null,
  ): ConditionResult => ({ kind: 'faulty', code, offset, detail, suggestion });
  if (text.length > MOST_CHARACTERS) return faulty('cel_syntax', 0, `longer than ${MOST_CHARACTERS} characters`);
  const program = parsed(text);
  if (program instanceof Error) return faulty('cel_syntax', offsetOf(program), summaryOf(program));

  const { terms, faults } = measure(program.ast satisfies ASTNode);
  const [limit] = faults;
  if (limit !== undefined) return faulty('cel_syntax', limit.offset, limit.detail, limit.suggestion);
  const check = program.check();
  if (!check.valid) {
    const offset = offsetOf(check.error);
    if (!['unknown_variable', 'no_such_key'].includes(check.error?.code ?? ''))
      return faulty('cel_type', offset, summaryOf(check.error));
    const { name, start } = nameAt(text, offset);
    return faulty('cel_unknown_variable', start, `there is no fact ${name}`, nearestName(name, FACT_NAMES));
  }
  if (check.type !== 'bool') return faulty('cel_type', 0, `must be bool, is ${check.type ?? 'nothing'}`);

  const condition: Condition = {
    text,
    isAlways: text.trim() === 'true',
    root: program.ast,
    unknownWords: unknownWords(program.ast),
    cost: ({ lengths }) => costOf(terms, lengths),
    evaluate: ({ variables }) => {
      try {
        const answer: unknown = program(variables);
        return typeof answer === 'boolean'
          ? { kind: 'answered', holds: answer }
          : { kind: 'errored', error: 'not_bool' };
      } catch (error) {
        // The rule's own fault (index past the end, division by zero): the caller decides what an erring rule means.
        return { kind: 'errored', error: codeOf(error) };
      }
    },
  };
  return { kind: 'compiled', condition };
}

/** The facts of a request in the form in which conditions read them. */
export function conditionFacts(facts: PolicyFacts): ConditionFacts {
  const lengths = new Map(LIST_NAMES.map((name) => [name, lengthAt(facts, name)]));
  return { variables: asVariables(facts), lengths };
}

// Asked for each request, and for each refund of a back-test: a loop takes a third of the time of a chain of lists.
function asVariables(facts: object): Readonly<Record<string, unknown>> {
  const variables: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(facts) as [string, unknown][]) variables[name] = asVariable(value);
  return variables;
}
function asVariable(value: unknown): unknown {
  // What is no whole number is no fact: the rule that asks for it errs, and a person looks.
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? asVariables(value) : value;
}
function lengthAt(facts: object, path: string): number {
  const value = path
    .split('.')
    .reduce<unknown>(
      (from, name) =>
        typeof from === 'object' && from !== null ? (from as Readonly<Record<string, unknown>>)[name] : undefined,
      facts,
    );
  return Array.isArray(value) ? value.length : 0;
}

function parsed(text: string): ReturnType<Environment['parse']> | ParseError {
  try {
    return ENVIRONMENT.parse(text);
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}
/** The whole dotted name around a place in the text, and where it begins. */
function nameAt(text: string, offset: number): Readonly<{ name: string; start: number }> {
  const before = /[\w.]*$/.exec(text.slice(0, offset))?.[0] ?? '';
  const after = /^[\w.]*/.exec(text.slice(offset))?.[0] ?? '';
  return { name: before + after, start: offset - before.length };
}

type Told = Readonly<{ summary?: string; message: string; range?: Readonly<{ start: number }> }>;
const offsetOf = (error: Told | undefined): number => error?.range?.start ?? 0;
const summaryOf = (error: Told | undefined): string => error?.summary ?? error?.message ?? 'not understood';
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'evaluation_error';

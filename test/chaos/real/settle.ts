import { setTimeout as pause } from 'node:timers/promises';
import { AUDIT_CHECKS, runChecks } from '@zikui/persistence';
import { runAudit } from '../../../tools/audit/run-audit';
import type { StormStack } from './storm-stack';

const LOOK_AGAIN_MS = 400;

type Look = Readonly<{
  /** What storms before this one broke, as it was told then. */ known: ReadonlySet<string>;
  deadline: number;
}>;
const toldAs = (check: string, sentence: string, id: string): string => `audit ${check} (${sentence}): ${id}`;

/** Waits until nothing waits in any box. Gives what still did when time was up. */
export async function untilQuiet({ database }: StormStack, { known, deadline }: Look): Promise<readonly string[]> {
  const waiting = AUDIT_CHECKS.filter(({ mayLastSeconds }) => mayLastSeconds !== undefined);
  for (;;) {
    const findings = await database.read((tx) => runChecks(tx, waiting, { strict: true }));
    const full = findings
      .flatMap(({ check, ids }) => ids.map((id) => toldAs(check.id, check.sentence, id)))
      .filter((told) => !known.has(told));
    if (full.length === 0 || Date.now() > deadline) return full;
    await pause(LOOK_AGAIN_MS);
  }
}

/** What one look of the auditor found; `passing` may be so while something is still on its way. */
type Found = Readonly<{ text: string; passing: boolean }>;
const PASSING = new Set(AUDIT_CHECKS.filter(({ mayLastSeconds }) => mayLastSeconds !== undefined).map(({ id }) => id));
/** Compare two systems that are not read in one moment: `npm run audit` looks twice at them too. */
const COMPARES = (check: string): boolean => check === 'A15.carried' || (check.startsWith('A14.') && check !== KEYS);
const KEYS = 'A14.keys';

/**
 * `npm run audit -- --strict` on this stack: every promise that is broken, with each id that breaks it. A gateway may take
 * money back after all was quiet, and the auditor may look just then: what may be so for a while counts when it is still
 * so at the deadline. What may never be so counts at the first look.
 */
export async function whatIsBroken(stack: StormStack, { known, deadline }: Look): Promise<readonly string[]> {
  for (;;) {
    const found = (await audited(stack)).filter(({ text }) => !known.has(text));
    const isSure = found.some(({ passing }) => !passing) || Date.now() > deadline;
    if (isSure || found.length === 0) return found.map(({ text }) => text);
    await pause(LOOK_AGAIN_MS);
  }
}

async function audited({ databaseUrl, storeSecrets, sandbox, temporal }: StormStack): Promise<readonly Found[]> {
  const gateways = { secrets: storeSecrets, stripeApiBase: sandbox };
  const { checks, notChecked } = await runAudit({ databaseUrl, strict: true, gateways, sandbox, temporal });
  const broken = checks.flatMap(({ check, sentence, ids }) =>
    ids.map((id) => ({
      text: toldAs(check, sentence, id),
      passing: PASSING.has(check) || COMPARES(check),
    })),
  );
  return [...broken, ...notChecked.map((what) => ({ text: `audit could not look at ${what}`, passing: false }))];
}

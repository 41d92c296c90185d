import { setTimeout as pause } from 'node:timers/promises';
import { AUDIT_CHECKS, runChecks } from '@zikui/persistence';
import { runAudit } from '../../../tools/audit/run-audit';
import type { StormStack } from './storm-stack';

const LOOK_AGAIN_MS = 400;

/** Waits until nothing waits in any box. Gives what still did when time was up. */
export async function untilQuiet({ database }: StormStack, deadline: number): Promise<readonly string[]> {
  const waiting = AUDIT_CHECKS.filter(({ mayLastSeconds }) => mayLastSeconds !== undefined);
  for (;;) {
    const findings = await database.read((tx) => runChecks(tx, waiting, { strict: true }));
    const full = findings.filter(({ count }) => count > 0);
    if (full.length === 0) return [];
    if (Date.now() > deadline) return full.map(({ check, ids }) => `not quiet: ${check.id} ${ids.join(', ')}`);
    await pause(LOOK_AGAIN_MS);
  }
}

/** `npm run audit -- --strict` on this stack: every promise that is broken, with each id that breaks it. */
export async function whatIsBroken({
  databaseUrl,
  storeSecrets,
  sandbox,
  temporal,
}: StormStack): Promise<readonly string[]> {
  const gateways = { secrets: storeSecrets, stripeApiBase: sandbox };
  const { checks, notChecked } = await runAudit({ databaseUrl, strict: true, gateways, sandbox, temporal });
  const broken = checks.flatMap(({ check, sentence, ids }) => ids.map((id) => `audit ${check} (${sentence}): ${id}`));
  return [...broken, ...notChecked.map((what) => `audit could not look at ${what}`)];
}

import { AUDIT_CHECKS, isolationChecks, runChecks, type AuditCheck, type Tx } from '@zikui/persistence';
import { runAudit } from '../../tools/audit/run-audit';
import type { TestStack } from '../environment/stack';
import { eventually } from './client/eventually';

type Broken = Readonly<Record<string, readonly string[]>>;

/** What `npm run audit` says of that stack in its quiet, row by row and against the sandbox's gateway: the ids that break each promise. */
async function auditOf({ databaseUrl, storeSecrets, sandbox }: AuditedStack): Promise<Broken> {
  const gateways = { secrets: storeSecrets, stripeApiBase: sandbox };
  const { checks, notChecked } = await runAudit({ databaseUrl, strict: true, gateways, sandbox });
  const broken = checks.filter(({ count }) => count > 0).map(({ check, ids }) => [check, ids] as const);
  return Object.fromEntries(notChecked.length === 0 ? broken : [...broken, ['not checked', notChecked]]);
}
type AuditedStack = Pick<TestStack, 'databaseUrl' | 'storeSecrets' | 'sandbox'>;

async function brokenOf(
  { database }: Pick<TestStack, 'database'>,
  checksOf: (tx: Tx) => Promise<readonly AuditCheck[]>,
): Promise<Broken> {
  const findings = await database.read(async (tx) => runChecks(tx, await checksOf(tx), { strict: true }));
  return Object.fromEntries(findings.filter(({ count }) => count > 0).map(({ check, ids }) => [check.id, ids]));
}

/** The promises about rows that this database breaks, whatever is still on its way. */
export const brokenRules = (stack: Pick<TestStack, 'database'>): Promise<Broken> =>
  brokenOf(stack, async (tx) => [
    ...AUDIT_CHECKS.filter(({ mayLastSeconds }) => mayLastSeconds === undefined),
    ...(await isolationChecks(tx)),
  ]);

/** What still waits although everything should be quiet. */
export const fullBoxes = (stack: Pick<TestStack, 'database'>): Promise<Broken> =>
  brokenOf(stack, () => Promise.resolve(AUDIT_CHECKS.filter(({ mayLastSeconds }) => mayLastSeconds !== undefined)));

/** Once everything that was on its way has arrived, no promise about rows is broken, and the gateway tells the same story. */
export async function expectBooksInOrder(stack: AuditedStack & Pick<TestStack, 'database'>): Promise<void> {
  expect(await brokenRules(stack)).toEqual({});
  let full: Broken = {};
  const look = async (): Promise<true | undefined> => {
    full = await fullBoxes(stack);
    return Object.keys(full).length === 0 ? true : undefined;
  };
  await eventually('everything to arrive', look, { instead: () => `; what waits is ${JSON.stringify(full)}` });
  expect(await differencesToGateway(stack)).toEqual([]);
}

/** Where our books and the gateway's tell different stories: a reference that moved money twice, a movement that only one of them knows, another amount or end. */
export async function differencesToGateway(stack: AuditedStack): Promise<readonly string[]> {
  const broken = Object.entries(await auditOf(stack)).filter(
    ([check]) => check.startsWith('A14.') || check === 'not checked',
  );
  return broken.flatMap(([check, ids]) => ids.map((id) => `${check} ${id}`));
}

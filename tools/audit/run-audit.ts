import { setTimeout as pause } from 'node:timers/promises';
import { DIFFERENCE_KINDS, publicId } from '@zikui/domain';
import {
  AUDIT_CHECKS,
  auditTrailFindings,
  isolationChecks,
  openAuditSnapshot,
  openDatabase,
  runChecks,
  SealKey,
  type AuditSnapshot,
} from '@zikui/persistence';
import type { AuditReport, ReportedCheck } from './audit-report';
import { auditProcesses, type TemporalPlace } from './process-audit';
import { keysThatMovedTwice } from './sandbox-ledger';
import { auditGateways, type FoundDifference, type GatewayAccess, type GatewayFindings } from './gateway-audit';

export type AuditPlan = Readonly<{
  databaseUrl: string;
  strict: boolean;
  /** Undefined leaves the gateways alone. */ gateways: GatewayAccess | undefined;
  /** Where the processes are; undefined leaves them alone. */ temporal?: TemporalPlace | undefined;
  /** The sandbox, where it is the gateway: its own books tell under which key money moved. */ sandbox?: string;
  /** How long a running system has to overcome a difference before it counts. */ secondLookAfterMs?: number;
}>;

const MINUTE_MS = 60_000;
const MOST_IDS = 20;

/** Looks at everything once, and at differences to gateways twice unless `strict`. Writes nothing. Throws `unavailable` when the database can't be read. */
export async function runAudit(plan: AuditPlan): Promise<AuditReport> {
  const at = new Date().toISOString();
  const { temporal, strict } = plan;
  const { checks, gateways, processes } = await atOneMoment(plan, async (snapshot) => ({
    checks: [...(await rowChecks(snapshot, strict)), ...(await trailChecks(snapshot, plan))],
    processes: temporal === undefined ? [] : [await auditProcesses(snapshot, temporal, strict)],
    gateways: await gatewayFindings(snapshot, plan),
  }));
  const { differences, notChecked } = await confirmed(plan, gateways);
  const compared = plan.gateways === undefined ? [] : DIFFERENCE_KINDS.filter(isOfGateways).map(reported(differences));
  const keys = plan.sandbox === undefined ? [] : [await keyCheck(plan.sandbox)];
  return { at, strict: plan.strict, checks: [...checks, ...processes, ...compared, ...keys], notChecked };
}

async function keyCheck(sandbox: string): Promise<ReportedCheck> {
  const keys = await keysThatMovedTwice(sandbox);
  const sentence = 'no key moved money twice';
  return { check: 'A14.keys', rule: 'P1', sentence, count: keys.length, ids: keys.slice(0, MOST_IDS) };
}

async function atOneMoment<T>({ databaseUrl }: AuditPlan, look: (snapshot: AuditSnapshot) => Promise<T>): Promise<T> {
  const snapshot = await openAuditSnapshot(databaseUrl);
  try {
    return await look(snapshot);
  } finally {
    await snapshot.close();
  }
}

async function rowChecks(snapshot: AuditSnapshot, strict: boolean): Promise<readonly ReportedCheck[]> {
  const checks = [...AUDIT_CHECKS, ...(await isolationChecks(snapshot))];
  const findings = await runChecks(snapshot, checks, { strict });
  return findings.map(({ check: { id, rule, sentence }, count, ids }) => ({ check: id, rule, sentence, count, ids }));
}

/** Seals are verified wherever the secrets are at hand; chains and heads always. */
async function trailChecks(snapshot: AuditSnapshot, { gateways }: AuditPlan): Promise<readonly ReportedCheck[]> {
  const key = gateways && new SealKey(gateways.secrets.masterKey);
  const findings = await auditTrailFindings(snapshot, key);
  return findings.map(({ id, ...rest }) => ({ check: id, ...rest }));
}

async function gatewayFindings(snapshot: AuditSnapshot, plan: AuditPlan): Promise<GatewayFindings> {
  if (plan.gateways === undefined) return { differences: [], notChecked: [] };
  const database = await openDatabase({ url: plan.databaseUrl, poolSize: 1, applicationName: 'zikui-audit' });
  try {
    return await auditGateways(snapshot, database, plan.gateways, plan.strict);
  } finally {
    await database.close();
  }
}

/** What is on its way may differ for a moment: it counts when a second look finds it again. */
async function confirmed(plan: AuditPlan, first: GatewayFindings): Promise<GatewayFindings> {
  if (plan.strict || first.differences.length === 0) return first;
  await pause(plan.secondLookAfterMs ?? MINUTE_MS);
  const second = await atOneMoment(plan, (snapshot) => gatewayFindings(snapshot, plan));
  const before = new Set(first.differences.map(nameOf));
  return { ...second, differences: second.differences.filter((one) => before.has(nameOf(one))) };
}

const nameOf = ({ kind, subject, merchant, gateway }: FoundDifference): string =>
  [kind, merchant, gateway, subject].join(' ');

const SENTENCES = {
  missing_at_gateway: 'the gateway knows what settled here',
  missing_here: 'every movement of a gateway belongs to a transfer',
  second_movement: 'no reference of ours moved money twice',
  amount_differs: 'a gateway moved the amount that stands here',
  status_differs: 'a gateway says the same of a movement as we do',
  ledger_differs: 'the ledger holds what settled, and nothing else',
} as const;
const isOfGateways = (kind: string): kind is keyof typeof SENTENCES => kind in SENTENCES;

const reported =
  (all: readonly FoundDifference[]) =>
  (kind: keyof typeof SENTENCES): ReportedCheck => {
    const own = all.filter((one) => one.kind === kind);
    const ids = own.slice(0, MOST_IDS).map(idOf);
    return { check: `A14.${kind}`, rule: 'P1', sentence: SENTENCES[kind], count: own.length, ids };
  };

const idOf = ({ transferId, gatewayRefundId, ours, theirs }: FoundDifference): string =>
  [
    transferId && publicId('transfer', transferId),
    gatewayRefundId,
    ours && `${ours.amount.amount} ${ours.amount.currency} ${ours.status} here`,
    theirs && `${theirs.amount.amount} ${theirs.amount.currency} ${theirs.status} there`,
  ]
    .filter((part) => part !== null)
    .join(' ');

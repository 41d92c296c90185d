import { compareBooks, isKnownAtGateway } from '@zikui/activities';
import { createGatewayRegistry, type GatewayRegistry } from '@zikui/connectors';
import type { Difference, MovementsAsk } from '@zikui/domain';
import {
  MerchantStore,
  sentTransfers,
  ownersOfMovements,
  toldMovements,
  type AuditSnapshot,
  type Database,
  type PersistenceSecrets,
  type SentTransfer,
} from '@zikui/persistence';

export type GatewayAccess = Readonly<{ secrets: PersistenceSecrets; stripeApiBase: string }>;
/** One difference, with the account in which it was found. */
export type FoundDifference = Difference & Readonly<{ merchant: string; gateway: string }>;
export type GatewayFindings = Readonly<{ differences: readonly FoundDifference[]; notChecked: readonly string[] }>;

type Account = Readonly<{ merchantId: string; slug: string; gateway: string }>;

const TIMEOUT_MS = 20_000;
const PAGE = 500;
/** More than anybody reads; the comparison goes on, and what is left out is told. */
const MOST_DIFFERENCES = 10_000;
const WHOLE_TIME = { fromMs: 0, toMs: Date.parse('2100-01-01T00:00:00Z') };
const SENT_EVER = { from: new Date(0).toISOString(), to: new Date(WHOLE_TIME.toMs).toISOString() };

/** Compares every merchant's account at every gateway with the books of that moment. Reads only. A gateway that can't be asked is told as not checked. `strict`: what is missing now counts, however lately it was sent. */
export async function auditGateways(
  snapshot: AuditSnapshot,
  database: Database,
  { secrets, stripeApiBase }: GatewayAccess,
  strict: boolean,
): Promise<GatewayFindings> {
  const log = { info: () => undefined, warn: () => undefined };
  const gateways = createGatewayRegistry({ stripeApiBase, timeoutMs: TIMEOUT_MS, log });
  const merchants = new MerchantStore(database, secrets);
  const differences: FoundDifference[] = [];
  const notChecked: string[] = [];
  for (const account of await snapshot.query<Account>(ACCOUNTS)) {
    const place = `${account.slug}'s account at ${account.gateway}`;
    try {
      const found = await differencesOf({ snapshot, gateways, merchants, strict }, account);
      differences.push(...found.slice(0, MOST_DIFFERENCES - differences.length));
    } catch (error) {
      notChecked.push(`${place}: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  }
  return { differences, notChecked };
}

type Look = Readonly<{
  snapshot: AuditSnapshot;
  gateways: GatewayRegistry;
  merchants: MerchantStore;
  strict: boolean;
}>;

async function differencesOf(
  { snapshot, gateways, merchants, strict }: Look,
  { merchantId, slug, gateway }: Account,
): Promise<readonly FoundDifference[]> {
  const listing = gateways.movements(gateway);
  const asked = gateways.gateway(gateway);
  const { visibleWithinMs } = asked.capabilities.books;
  const found: FoundDifference[] = [];
  const books = { merchantId, gateway };
  const account = await merchants.gatewayAccount(merchantId, gateway);
  const ports = {
    account,
    // A gateway that lists nothing is compared with what it announced and reported, which proves no absence.
    listing: listing ?? {
      listMovements: (ask: MovementsAsk) => toldMovements(snapshot, books, { ...ask, limit: PAGE }),
    },
    shows: (sentAt: string | null) =>
      listing !== undefined && (strict || Date.parse(sentAt ?? '') <= Date.now() - visibleWithinMs),
    isKnown: async (ours: SentTransfer) =>
      listing !== undefined && isKnownAtGateway({ account, gateway: asked, listing }, ours),
    owners: (movements: Parameters<typeof ownersOfMovements>[2]) => ownersOfMovements(snapshot, books, movements),
    sent: (after: string | null, limit: number) => sentTransfers(snapshot, books, SENT_EVER, after, limit),
    found: async (differences: readonly Difference[]) => {
      const room = differences.slice(0, MOST_DIFFERENCES - found.length);
      found.push(...room.map((one) => ({ ...one, merchant: slug, gateway })));
    },
  };
  await compareBooks(ports, WHOLE_TIME);
  return found;
}

/** Every account that a payment names, and every one that is set up. */
const ACCOUNTS = `
SELECT m.id AS "merchantId", m.slug, account.gateway FROM merchant m, LATERAL jsonb_object_keys(m.gateways) AS account (gateway) ORDER BY m.slug, account.gateway`;

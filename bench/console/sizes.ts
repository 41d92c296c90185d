import type { Page } from 'playwright-core';
import { PortalTokens } from '@zikui/persistence';
import { uuidOf } from '@zikui/domain';
import { signIn, type Console } from '../../test/browser/console';
import type { TestStack } from '../../test/environment/stack';
import type { Budget } from './budgets';

type Packed = Readonly<{ script: number; styles: number }>;

/** Bytes of script and of styles, as they came over the line, since it began. */
function weigh(page: Page): () => Promise<Packed> {
  const bodies: Promise<readonly [string, number]>[] = [];
  page.on('requestfinished', (request) => {
    bodies.push(request.sizes().then(({ responseBodySize }) => [request.resourceType(), responseBodySize] as const));
  });
  return async () => {
    const sum = (type: string, all: readonly (readonly [string, number])[]): number =>
      all.filter(([kind]) => kind === type).reduce((total, [, size]) => total + size, 0);
    const all = await Promise.all(bodies);
    return { script: sum('script', all), styles: sum('stylesheet', all) };
  };
}

/** A way to a customer's page, as the newest message about the refund carries it. */
export async function portalLink(
  { database, storeSecrets, merchants: { demo } }: Pick<TestStack, 'database' | 'storeSecrets' | 'merchants'>,
  refundId: string,
): Promise<string> {
  const sql = `SELECT id FROM message WHERE refund_id = $1 AND status <> 'suppressed' ORDER BY created_at DESC LIMIT 1`;
  const [message] = await database.read((tx) => tx.query<{ id: string }>(sql, [uuidOf('refund', refundId)]));
  if (!message) throw new Error(`no message was written about ${refundId}`);
  const named = { merchantId: uuidOf('merchant', demo.id) ?? '', messageId: message.id };
  return `/portal/r/${new PortalTokens(storeSecrets.masterKey).make('link', named)}`;
}

/** What the first screen of the console weighs, from sign-in until it stands, and the whole of a customer's page. */
export async function measureSizes(stack: TestStack, people: Console, paidId: string): Promise<readonly Budget[]> {
  const seat = await people.seat();
  const ofConsole = weigh(seat.page);
  await signIn(seat.page, 'lior', '/console');
  await seat.page.getByRole('navigation').waitFor();
  await seat.page.waitForLoadState('load');
  const console_ = await ofConsole();
  await seat.leave();
  const customer = await people.seat({ locale: 'he', size: { width: 390, height: 844 } });
  const ofPortal = weigh(customer.page);
  await customer.page.goto(await portalLink(stack, paidId));
  await customer.page.waitForLoadState('load');
  const portal = await ofPortal();
  await customer.leave();
  if (console_.script === 0 || portal.styles === 0) throw new Error('what a page loaded was not seen');
  const size = (key: string, must: string, figure: number, limit: number): Budget => ({
    ...{ key, must, figure, limit, unit: 'B', kind: 'exact' },
  });
  return [
    size('consoleScript', 'script until the first screen of the console stands, packed', console_.script, 250_000),
    size('consoleStyles', 'styles until then, packed', console_.styles, 45_000),
    size('portalScript', "script of the customer's page", portal.script, 90_000),
    size('portalStyles', "styles of the customer's page", portal.styles, 12_000),
  ];
}

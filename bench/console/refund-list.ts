import { uuidOf } from '@zikui/domain';
import { RefundReadStore, type RefundFilter } from '@zikui/persistence';
import type { TestStack } from '../../test/environment/stack';
import { quantile } from '../measure/statistics';
import { timed, type Budget } from './budgets';
import { planFaults, rowsRead } from './plan';
import { PlannedReads } from './planned-reads';

type Asked = Readonly<Omit<RefundFilter, 'limit'>>;
type Found = Readonly<{ items: readonly unknown[]; next: string | null }>;
type Line = Readonly<{ name: string; rows: number; read: number; times: readonly number[]; faults: readonly string[] }>;

const PAGE = 50;
/** A row of the list is made of some ten others. */
const MOST_READ = 2_000;
/** As the console shows a list: within the time in which nobody notices that he waited. */
const PAGE_MS = 100;
const HALF_MINUTE_MS = 30_000;
/** Of fewer rows a server rightly reads a whole table. */
const FEWEST_FOR_PLANS = 100_000;

/** The list of refunds by every way in which it is narrowed: how long an answer takes, and how the server came by it. */
export async function measureRefundList(
  { api, databaseUrl, merchants: { demo } }: Pick<TestStack, 'api' | 'databaseUrl' | 'merchants'>,
  { refunds, calls }: Readonly<{ refunds: number; calls: number }>,
): Promise<readonly Budget[]> {
  const ask = async (filter: Asked): Promise<Found> => {
    const query = new URLSearchParams({ limit: String(PAGE), ...textsOf(filter) });
    const answer = await fetch(`${api}/v1/refunds?${query.toString()}`, {
      headers: { authorization: `Bearer ${demo.createKey}` },
    });
    if (!answer.ok) throw new Error(`GET /v1/refunds?${query.toString()} answered ${String(answer.status)}`);
    return (await answer.json()) as Found;
  };
  const planned = await PlannedReads.on(databaseUrl);
  const merchantId = uuidOf('merchant', demo.id) ?? '';
  try {
    const lines: Line[] = [];
    for (const [name, filter] of Object.entries(await ways(ask, refunds))) {
      const { items } = await ask(filter);
      const times: number[] = [];
      for (let call = 0; call < calls; call += 1) {
        const begun = performance.now();
        await ask(filter);
        times.push(performance.now() - begun);
      }
      planned.plans.length = 0;
      await new RefundReadStore(planned).list(merchantId, { limit: PAGE, ...filter });
      const faults = [...planned.plans.flatMap((plan) => planFaults(plan, PAGE))];
      const read = Math.round(planned.plans.reduce((sum, plan) => sum + rowsRead(plan), 0));
      if (read > MOST_READ) faults.push(`reads ${String(read)} rows`);
      lines.push({ name, rows: items.length, read, times, faults });
    }
    print(lines, refunds);
    return budgetsOf(lines, refunds);
  } finally {
    await planned.close();
  }
}

/** Each way by its name. Refund number `k` of the stock is `k` half minutes old. */
async function ways(ask: (filter: Asked) => Promise<Found>, refunds: number): Promise<Readonly<Record<string, Asked>>> {
  const ago = (k: number): string => new Date(Date.now() - k * HALF_MINUTE_MS).toISOString();
  const dayOf = (k: number): string =>
    new Date(Date.now() - k * HALF_MINUTE_MS + 14 * 86_400_000).toISOString().slice(0, 10);
  const middle = Math.floor(refunds / 2);
  const deep = async (filter: Asked): Promise<Asked> => {
    const { next } = await ask({ ...filter, createdTo: ago(middle) });
    return { ...filter, ...(next !== null && { after: next }) };
  };
  return {
    'first page': {},
    'page in the middle': await deep({}),
    'status, of most': { status: 'completed' },
    'status, of most, in the middle': await deep({ status: 'completed' }),
    'status, of few': { status: 'needs_review' },
    'status, of none': { status: 'in_doubt' },
    order: { saleRef: `stock-${String(Math.floor(middle / 5))}` },
    customer: { customerRef: `stock-${String(Math.floor(middle / 10))}` },
    'own reference': { externalRef: `stock-ext-${String(Math.floor(middle / 100) * 100)}` },
    'gateway, of most': { gateway: 'stripe' },
    'gateway, of none': { gateway: 'paypal' },
    'from a day': { createdFrom: ago(middle) },
    'up to a day': { createdTo: ago(middle) },
    'of an hour': { createdFrom: ago(middle), createdTo: ago(middle - 120) },
    'status from a day': { status: 'failed', createdFrom: ago(middle) },
    'changed lately': { updatedFrom: ago(20) },
    'changed from a day': { updatedFrom: ago(middle) },
    'unchanged since a day': { updatedTo: ago(middle) },
    'by legal date': { sort: 'payBy' },
    'by legal date, from a day': { sort: 'payBy', payByFrom: dayOf(middle) },
    'legal date from a day': { payByFrom: dayOf(middle) },
    'legal date up to a day': { payByTo: dayOf(middle) },
    'legal date missed': { payMissed: true },
    'legal date missed, soonest first': { payMissed: true, sort: 'payBy' },
  };
}

const textsOf = (filter: Asked): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]));

function print(lines: readonly Line[], refunds: number): void {
  console.log(
    `\n${`list of ${String(refunds)} refunds`.padEnd(36)}${'rows'.padEnd(8)}${'read'.padEnd(10)}${'p50 ms'.padEnd(10)}${'p95 ms'.padEnd(10)}plan`,
  );
  for (const { name, rows, read, times, faults } of lines)
    console.log(
      name.padEnd(36) +
        String(rows).padEnd(8) +
        String(read).padEnd(10) +
        quantile(times, 0.5).toFixed(1).padEnd(10) +
        quantile(times, 0.95).toFixed(1).padEnd(10) +
        (faults.length === 0 ? 'by index' : faults.join('; ')),
    );
  console.log('');
}

function budgetsOf(lines: readonly Line[], refunds: number): readonly Budget[] {
  const p50 = (name: string): number => quantile(lines.find((line) => line.name === name)?.times ?? [], 0.5);
  const slowest = [...lines].sort((one, other) => quantile(other.times, 0.5) - quantile(one.times, 0.5))[0];
  const faults = lines.flatMap(({ faults: found }) => found).length;
  return [
    ...timed(
      'listFirst',
      'first page of the list',
      lines.find(({ name }) => name === 'first page')?.times ?? [],
      PAGE_MS,
    ),
    ...timed(
      'listDeep',
      'page in the middle of the list',
      lines.find(({ name }) => name === 'page in the middle')?.times ?? [],
      PAGE_MS,
    ),
    ...timed('listSlowest', `slowest way to narrow the list (${slowest?.name ?? ''})`, slowest?.times ?? [], PAGE_MS),
    {
      ...{ key: 'listDeepPercent', must: 'page in the middle beside the first one' },
      ...{
        figure: Math.round((100 * p50('page in the middle')) / p50('first page')),
        limit: 150,
        unit: '%',
        kind: 'time',
      },
    },
    {
      ...{
        key: 'listPlanFaults',
        must: 'lists that read whole tables, sort more than two pages or come by thousands of rows',
      },
      ...{ figure: faults, limit: 0, unit: 'faults', kind: refunds >= FEWEST_FOR_PLANS ? 'exact' : 'time' },
    },
  ];
}

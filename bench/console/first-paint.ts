import type { Console } from '../../test/browser/console';
import type { TestStack } from '../../test/environment/stack';
import { timed, type Budget } from './budgets';
import { portalLink } from './sizes';

/** What developer tools call slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms to the server and back. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 } as const;
const VISITS = 5;
const PAINT_MS = 1_500;
const SETTLED_MS = 500;

type Seen = Readonly<{ firstByte: number; paint: number }>;

/** How long a customer on a slow network waits for the page of his refund, each time with nothing kept from before. */
export async function measureFirstPaint(stack: TestStack, people: Console, paidId: string): Promise<readonly Budget[]> {
  const link = await portalLink(stack, paidId);
  const seen: Seen[] = [];
  while (seen.length < VISITS) {
    const { page, context, leave } = await people.seat({ locale: 'he', size: { width: 390, height: 844 } });
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', SLOW_4G);
    await page.goto(link, { waitUntil: 'load' });
    await page.waitForTimeout(SETTLED_MS);
    seen.push(await page.evaluate(paintOfPage));
    await leave();
  }
  const times = (of: keyof Seen): readonly number[] => seen.map((one) => one[of]);
  return [
    ...timed('portalFirstByte', "first byte of the customer's page on slow 4G", times('firstByte'), PAINT_MS),
    ...timed('portalPaint', 'its largest contentful paint', times('paint'), PAINT_MS),
  ];
}

/** Runs in the page. Counts from the opening of the link, the way over its cookie among it. */
function paintOfPage(): Promise<Seen> {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1);
      if (last) resolve({ firstByte: navigation?.responseStart ?? 0, paint: last.startTime });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

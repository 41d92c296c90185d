import { MetricsPage, type MetricsPageOptions } from './metrics-page';
import { MetricsServer } from './metrics-server';
import { NOTHING_WAITS } from './waiting-facts.builder';

const pageOf = (more: Partial<MetricsPageOptions> = {}) => {
  const failures: unknown[] = [];
  let reads = 0;
  const { readFacts = async () => NOTHING_WAITS, ...options } = more;
  const page = new MetricsPage({
    readFacts: () => {
      reads += 1;
      return readFacts();
    },
    onFailure: (error) => failures.push(error),
    ...options,
  });
  return { page, failures, reads: () => reads };
};

describe('the page of metrics', () => {
  it('shows what the process is like and what waits', async () => {
    const text = await pageOf().page.text();
    for (const name of ['process_cpu_seconds_total', 'nodejs_eventloop_lag_seconds', 'zikui_refunds_open'])
      expect(text).toContain(`\n# TYPE ${name} `);
    expect(text).toContain('\nzikui_facts_up 1\n');
  });

  it('reads facts once for all who ask within some seconds', async () => {
    const { page, reads } = pageOf();
    await Promise.all([page.text(), page.text()]);
    await page.text();
    expect(reads()).toBe(1);
  });

  it('reads them anew after that', async () => {
    const { page, reads } = pageOf({ keptMs: 0 });
    await page.text();
    await page.text();
    expect(reads()).toBe(2);
  });

  it('comes without facts when they cannot be read, says so, and does not press on', async () => {
    const broken = new Error('away');
    const { page, failures, reads } = pageOf({ readFacts: async () => Promise.reject(broken) });
    const text = await page.text();
    expect(text).toContain('\nzikui_facts_up 0\n');
    expect(text).not.toContain('zikui_refunds_open');
    await page.text();
    expect([failures, reads()]).toEqual([[broken], 1]);
  });

  it('comes without facts when they take too long, and waits for the same reading the next time', async () => {
    let answer: (facts: typeof NOTHING_WAITS) => void = () => undefined;
    const slow = new Promise<typeof NOTHING_WAITS>((resolve) => (answer = resolve));
    const { page, reads } = pageOf({ readFacts: () => slow, limitMs: 10 });
    expect(await page.text()).toContain('\nzikui_facts_up 0\n');
    answer(NOTHING_WAITS);
    expect(await page.text()).toContain('\nzikui_facts_up 1\n');
    expect(reads()).toBe(1);
  });
});

describe('the address of metrics', () => {
  it('answers GET /metrics with Prometheus text, and nothing else', async () => {
    const server = await MetricsServer.open(pageOf().page, { host: '127.0.0.1', port: 0 });
    const at = `http://127.0.0.1:${server.port}`;
    try {
      const shown = await fetch(`${at}/metrics`);
      expect([shown.status, shown.headers.get('content-type')]).toEqual([
        200,
        'text/plain; version=0.0.4; charset=utf-8',
      ]);
      expect(await shown.text()).toContain('zikui_facts_up 1');
      expect((await fetch(`${at}/v1/refunds`)).status).toBe(404);
      expect((await fetch(`${at}/metrics`, { method: 'POST' })).status).toBe(405);
    } finally {
      server.close();
    }
  });

  it('is refused to whoever comes second', async () => {
    const first = await MetricsServer.open(pageOf().page, { host: '127.0.0.1', port: 0 });
    try {
      const second = MetricsServer.open(pageOf().page, { host: '127.0.0.1', port: first.port });
      await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
    } finally {
      first.close();
    }
  });
});

import { Agent, request } from 'node:http';
import type { Database } from '@zikui/persistence';

const LIMIT_MS = 120_000;
const LOOK_EVERY_MS = 15;

/** Refunds through our own API: accepted over HTTP, finished when the refund is completed and its message handed over. */
export class OurRefunds {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 128 });
  private readonly waiting = new Map<string, () => void>();
  private watcher: NodeJS.Timeout | undefined;
  private looking = false;
  private next = 0;

  constructor(
    private readonly api: string,
    private readonly key: string,
    private readonly database: Database,
    /** Distinguishes this run's sales and keys from those of another. */ private readonly run: string,
  ) {}

  /** One sale of many units per client, so that refunds of one client follow each other and clients do not queue for one row. */
  async prepare(sales: number, units: number): Promise<void> {
    for (let no = 0; no < sales; no++) await this.call('PUT', `/v1/sales/${this.saleRef(no)}`, this.sale(no, units));
    this.watcher = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  close(): void {
    clearInterval(this.watcher);
    this.agent.destroy();
  }

  /** Accepts one refund and gives its id with the milliseconds that the answer took. */
  async accept(sale: number): Promise<Readonly<{ id: string; ms: number }>> {
    const no = this.next++;
    const begin = performance.now();
    const body = {
      saleRef: this.saleRef(sale),
      reason: 'defective',
      lines: [{ ref: 'l1', quantity: 1 }],
      destination: 'original',
      returnMethod: 'none',
    };
    const { id } = await this.call<{ id: string }>('POST', '/v1/refunds', body, `bench-${this.run}-${no}-refund`);
    return { id, ms: performance.now() - begin };
  }

  /** Resolves when the refund's message was handed over, which is its last step. */
  finished(id: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${id} did not finish within ${LIMIT_MS / 1000} s`)), LIMIT_MS);
      this.waiting.set(id.slice(3), () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private async look(): Promise<void> {
    if (this.looking || this.waiting.size === 0) return;
    this.looking = true;
    try {
      const rows = await this.database.read((tx) =>
        tx.query<{ id: string }>(
          "SELECT replace(refund_id::text, '-', '') AS id FROM message WHERE kind = 'refund_completed' AND status = 'sent' AND refund_id = ANY($1::uuid[])",
          [[...this.waiting.keys()]],
        ),
      );
      for (const { id } of rows) {
        this.waiting.get(id)?.();
        this.waiting.delete(id);
      }
    } finally {
      this.looking = false;
    }
  }

  private saleRef(no: number): string {
    return `bench-${this.run}-${no}`;
  }

  private sale(no: number, units: number): Record<string, unknown> {
    const total = units * 1000;
    const at = '2026-11-01T08:00:00Z';
    return {
      currency: 'ILS',
      placedAt: at,
      channel: 'online',
      hadConversation: false,
      jurisdiction: 'IL',
      timeZone: 'Asia/Jerusalem',
      customer: {
        ref: `bench-${this.run}-${no}`,
        name: 'Bench',
        email: `bench-${this.run}-${no}@example.com`,
        phone: null,
        locale: 'he',
        protectedGroup: null,
      },
      lines: [
        {
          ref: 'l1',
          sku: 'S',
          description: 'D',
          category: 'c',
          kind: 'goods',
          quantity: units,
          total,
          tax: 0,
          shippedAt: null,
          deliveredAt: at,
        },
      ],
      shipping: { total: 0, tax: 0 },
      payments: [
        { ref: 'p1', gateway: 'stripe', gatewayRef: `pi_bench${this.run}${no}`, captured: total, capturedAt: at },
      ],
      invoice: { number: `B-${this.run}-${no}`, issuedAt: at },
    };
  }

  private call<Body>(method: string, path: string, body: unknown, key?: string): Promise<Body> {
    const text = JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${this.key}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      };
      const call = request(`${this.api}${path}`, { method, agent: this.agent, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const said = Buffer.concat(chunks).toString('utf8');
          if ((answer.statusCode ?? 500) >= 300)
            reject(new Error(`${method} ${path} answered ${String(answer.statusCode)}: ${said}`));
          else resolve(JSON.parse(said) as Body);
        });
      });
      call.on('error', reject);
      call.end(text);
    });
  }
}

import { Agent, request } from 'node:http';

const LIMIT_MS = 120_000;

type Mails = Readonly<{ to: readonly string[]; last: number }>;

/** Refunds through our own API: accepted over HTTP, finished when its message was handed over. */
export class OurRefunds {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 128 });
  /** By customer, in the order of their refunds. */ private readonly waiting = new Map<string, (() => void)[]>();
  private readonly closing = new AbortController();
  private next = 0;
  private generation = 0;

  constructor(
    private readonly api: string,
    private readonly key: string,
    /** Where the mails go that end each refund. */ private readonly outside: string,
    /** Distinguishes these sales and keys from those of others. */ private readonly run: string,
    /** Of one unit, in minor units: it decides whether somebody has to approve. */ private readonly price: number,
  ) {}

  /**
   * New sales of new customers, one of many units per client: refunds of one client follow each other and clients do not
   * queue for one row. To be made anew now and then, for no customer in life has hundreds of refunds.
   */
  async prepare(sales: number, units: number): Promise<void> {
    if (this.generation === 0) void this.watch();
    this.generation += 1;
    for (let no = 0; no < sales; no++) await this.call('PUT', `/v1/sales/${this.saleRef(no)}`, this.sale(no, units));
  }

  close(): void {
    this.closing.abort();
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

  /** Resolves when the mail server has taken one more message to the sale's customer: the last step of a refund. */
  finished(sale: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = new Error(`a refund of sale ${sale} did not finish within ${LIMIT_MS / 1000} s`);
      const timer = setTimeout(() => reject(late), LIMIT_MS);
      const address = this.emailOf(sale);
      const done = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.waiting.set(address, [...(this.waiting.get(address) ?? []), done]);
    });
  }

  /** Asks nothing of what is measured. */
  private async watch(): Promise<void> {
    const { signal } = this.closing;
    for (let after = 0; !signal.aborted;) {
      const { to, last } = await this.mailsAfter(after);
      for (const address of to) {
        const [done, ...others] = this.waiting.get(address) ?? [];
        done?.();
        this.waiting.set(address, others);
      }
      after = last;
    }
  }

  private async mailsAfter(after: number): Promise<Mails> {
    try {
      const answer = await fetch(`${this.outside}/mails?after=${after}`, { signal: this.closing.signal });
      return (await answer.json()) as Mails;
    } catch (error) {
      if (this.closing.signal.aborted) return { to: [], last: after };
      throw error;
    }
  }

  private emailOf(no: number): string {
    return `${this.saleRef(no)}@example.com`;
  }

  private saleRef(no: number): string {
    return `bench-${this.run}-${this.generation}-${no}`;
  }

  private sale(no: number, units: number): Record<string, unknown> {
    const total = units * this.price;
    const at = '2026-11-01T08:00:00Z';
    return {
      currency: 'ILS',
      placedAt: at,
      channel: 'online',
      hadConversation: false,
      jurisdiction: 'IL',
      timeZone: 'Asia/Jerusalem',
      customer: {
        ref: this.saleRef(no),
        name: 'Bench',
        email: this.emailOf(no),
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
        {
          ref: 'p1',
          gateway: 'stripe',
          gatewayRef: `pi_${this.saleRef(no).replaceAll('-', '')}`,
          captured: total,
          capturedAt: at,
        },
      ],
      invoice: { number: this.saleRef(no), issuedAt: at },
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

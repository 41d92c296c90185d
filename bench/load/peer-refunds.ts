import { Client, Connection } from '@temporalio/client';
import { Agent, request } from 'node:http';

/** The bare and the naive workflow, started and awaited by a client in this process. */
export class PeerWorkflows {
  private constructor(
    private readonly connection: Connection,
    private readonly client: Client,
  ) {}

  static async connect(address: string, namespace: string): Promise<PeerWorkflows> {
    const connection = await Connection.connect({ address });
    return new PeerWorkflows(connection, new Client({ connection, namespace }));
  }

  async run(type: 'bareRefund' | 'naiveRefund', id: string): Promise<void> {
    await this.client.workflow.execute(type, { taskQueue: 'peers', workflowId: id, args: [id] });
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}

/** The plain handler over keep-alive connections. */
export class PlainHandler {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 128 });
  constructor(private readonly port: number) {}

  async addSale(): Promise<string> {
    return (await this.post('/sales', {})).id;
  }

  async accept(sale: string, key: string): Promise<number> {
    const begin = performance.now();
    await this.post('/accept', { sale, key });
    return performance.now() - begin;
  }

  close(): void {
    this.agent.destroy();
  }

  private post(path: string, body: unknown): Promise<{ id: string }> {
    const text = JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const call = request(
        {
          host: '127.0.0.1',
          port: this.port,
          path,
          method: 'POST',
          agent: this.agent,
          headers: { 'content-length': Buffer.byteLength(text) },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => {
            const said = Buffer.concat(chunks).toString('utf8');
            if (answer.statusCode === 201) resolve(JSON.parse(said) as { id: string });
            else reject(new Error(`the plain handler answered ${String(answer.statusCode)}: ${said}`));
          });
        },
      );
      call.on('error', reject);
      call.end(text);
    });
  }
}

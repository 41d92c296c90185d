import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createHash, randomUUID } from 'node:crypto';
import { Pool, type PoolClient } from 'pg';

/**
 * The peer for accepting: a plain HTTP handler with the same kind of transaction on tables of the same shape (locks, sums, conditional reservation, inserts), and nothing else:
 * no validation, no policy, no law, no views, no process afterwards. `POST /accept` answers 201 after the commit.
 */
const TABLES = [
  'sale',
  'sale_line',
  'payment',
  'refund',
  'refund_line',
  'transfer',
  'reservation',
  'refund_event',
  'outgoing_event',
  'outbox',
  'idempotency_key',
];
const AMOUNT = 100;

async function prepare(pool: Pool): Promise<void> {
  await pool.query('CREATE SCHEMA IF NOT EXISTS peer');
  for (const table of TABLES)
    await pool.query(`CREATE TABLE IF NOT EXISTS peer.${table} (LIKE public.${table} INCLUDING ALL)`);
}

async function addSale(pool: Pool): Promise<string> {
  const sale = randomUUID();
  const id = randomUUID();
  await pool.query(
    `INSERT INTO peer.sale (id, merchant_id, sale_ref, customer_id, legal_entity_id, currency, shipping_total, shipping_tax, snapshot, body_hash, placed_at)
     VALUES ($1, $2, $3, $2, $2, 'ILS', 0, 0, '{}', repeat('0', 64), now())`,
    [sale, id, sale],
  );
  await pool.query(
    `INSERT INTO peer.sale_line (id, merchant_id, sale_id, no, ref, kind, quantity, total, tax) VALUES ($1, $2, $3, 1, 'l1', 'goods', 1000, 100000, 15254)`,
    [randomUUID(), id, sale],
  );
  await pool.query(
    `INSERT INTO peer.payment (id, merchant_id, sale_id, no, ref, gateway, gateway_ref, currency, captured) VALUES ($1, $2, $3, 1, 'p1', 'stripe', 'pi_peer', 'ILS', 100000)`,
    [randomUUID(), id, sale],
  );
  return sale;
}

async function accept(client: PoolClient, saleId: string, key: string): Promise<string> {
  const refund = randomUUID();
  const transfer = randomUUID();
  const hash = createHash('sha256').update(key).digest('hex');
  const first = async <Row>(sql: string, values: unknown[]): Promise<Row> =>
    (await client.query(sql, values)).rows[0] as Row;
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM peer.idempotency_key WHERE key = $1', [key]);
  const sale = await first<{ merchant_id: string; customer_id: string }>(
    'SELECT * FROM peer.sale WHERE id = $1 FOR UPDATE',
    [saleId],
  );
  const line = await first<{ id: string }>('SELECT * FROM peer.sale_line WHERE sale_id = $1', [saleId]);
  const payment = await first<{ id: string }>('SELECT * FROM peer.payment WHERE sale_id = $1 ORDER BY id FOR UPDATE', [
    saleId,
  ]);
  await client.query(
    'SELECT coalesce(sum(gross), 0), coalesce(sum(tax), 0), coalesce(sum(units), 0) FROM peer.refund_line WHERE sale_line_id = $1',
    [line.id],
  );
  await client.query('SELECT count(*), coalesce(sum(payout), 0) FROM peer.refund WHERE customer_id = $1', [
    sale.customer_id,
  ]);
  await client.query('UPDATE peer.payment SET held = held + $2 WHERE id = $1 AND held + $2 <= captured - disputed', [
    payment.id,
    AMOUNT,
  ]);
  await client.query(
    `INSERT INTO peer.refund (id, merchant_id, sale_id, customer_id, legal_entity_id, policy_version_id, law_version, request_key, reason, destination, requester,
       requester_owner, currency, payout, shipping_gross, shipping_tax, goodwill, fee, status, statutory, snapshot_hash, decided)
     VALUES ($1, $2, $3, $2, $2, $2, 'IL', $4, 'defective', 'original', 'merchant', 'peer', 'ILS', $5, 0, 0, 0, 0, 'requested', false, $4, '{}')`,
    [refund, sale.merchant_id, saleId, hash, AMOUNT],
  );
  await client.query(
    'INSERT INTO peer.refund_line (id, merchant_id, refund_id, sale_line_id, no, units, gross, tax) VALUES ($1, $2, $3, $4, 1, 1, $5, 15)',
    [randomUUID(), sale.merchant_id, refund, line.id, AMOUNT],
  );
  await client.query(
    "INSERT INTO peer.transfer (id, merchant_id, refund_id, no, payment_id, destination, gateway, currency, amount, status) VALUES ($1, $2, $3, 1, $4, 'payment', 'stripe', 'ILS', $5, 'planned')",
    [transfer, sale.merchant_id, refund, payment.id, AMOUNT],
  );
  await client.query(
    'INSERT INTO peer.reservation (id, merchant_id, transfer_id, payment_id, amount) VALUES ($1, $2, $3, $4, $5)',
    [randomUUID(), sale.merchant_id, transfer, payment.id, AMOUNT],
  );
  await client.query(
    "INSERT INTO peer.refund_event (merchant_id, refund_id, kind, depth, to_status, actor) VALUES ($1, $2, 'requested', 'customer', 'requested', 'peer')",
    [sale.merchant_id, refund],
  );
  await client.query(
    "INSERT INTO peer.outgoing_event (merchant_id, refund_id, sequence, type, body) VALUES ($1, $2, 1, 'refund.status_changed', '{}')",
    [sale.merchant_id, refund],
  );
  await client.query("INSERT INTO peer.outbox (refund_id, merchant_id, start) VALUES ($1, $2, '{}')", [
    refund,
    sale.merchant_id,
  ]);
  await client.query(
    "INSERT INTO peer.idempotency_key (merchant_id, route, key, body_hash, refund_id, answer) VALUES ($1, 'POST /v1/refunds', $2, $3, $4, '{}')",
    [sale.merchant_id, key, hash, refund],
  );
  await client.query('COMMIT');
  return refund;
}

async function main(): Promise<void> {
  const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
  await prepare(pool);
  const route = async (request: IncomingMessage, body: { sale?: string; key?: string }): Promise<unknown> => {
    if (request.url === '/sales') return { id: await addSale(pool) };
    const client = await pool.connect();
    try {
      return { id: await accept(client, String(body.sale), String(body.key)) };
    } finally {
      client.release();
    }
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      route(request, JSON.parse(text === '' ? '{}' : text) as { sale?: string; key?: string }).then(
        (answer) => response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(answer)),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  });
  server.keepAliveTimeout = 60_000;
  process.once('SIGTERM', () => server.close(() => void pool.end()));
  server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('ready'));
}

void main();

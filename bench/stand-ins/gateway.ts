import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { readStandInSettings } from './settings';

/**
 * The gateway and the mail server of the bench: a fixed latency, a call log, nothing else, so that what is measured is ours.
 * Answers `POST /v1/refunds` as Stripe does for a refund that succeeds at once. `GET /calls` tells how many refunds were asked for and how many keys they had.
 * `GET /mails?after=` tells to whom the mails after that one went, as soon as there is one.
 */
const { port, smtpPort, latencyMs } = readStandInSettings(process.env);
const PAGE = 100;
const MAIL_WAIT_MS = 1_000;
/** Only the newest refunds of a payment are listed: look-ups ask for those of a moment ago. */
const KEPT = 1000;
const refunds = new Map<string, { id: string }[]>();
const keys = new Set<string>();
const mails: string[] = [];
const arrivals = new EventEmitter();
let calls = 0;
let delayMs = latencyMs;

const gateway = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    const answer = (body: unknown): void => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.url === '/calls') {
      answer({ calls, keys: keys.size });
      return;
    }
    if (request.url?.startsWith('/latency/') === true) {
      delayMs = Number(request.url.slice('/latency/'.length));
      answer({ delayMs });
      return;
    }
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
    if (pathname === '/mails') {
      void arrived(Number(searchParams.get('after'))).then(answer);
      return;
    }
    if (request.method === 'GET' && pathname === '/v1/refunds') {
      const payment = searchParams.get('payment_intent') ?? searchParams.get('charge') ?? '';
      const all = refunds.get(payment) ?? [];
      const from = all.findIndex(({ id }) => id === searchParams.get('starting_after')) + 1;
      answer({
        object: 'list',
        url: '/v1/refunds',
        data: all.slice(from, from + PAGE),
        has_more: all.length > from + PAGE,
      });
      return;
    }
    if (request.url !== '/v1/refunds') {
      response.writeHead(404).end();
      return;
    }
    calls += 1;
    const key = String(request.headers['idempotency-key']);
    keys.add(key);
    const refund = {
      id: `re_${key.slice(-32)}`,
      object: 'refund',
      amount: Number(form.get('amount')),
      currency: 'ils',
      payment_intent: form.get('payment_intent'),
      charge: form.get('charge'),
      metadata: Object.fromEntries(
        [...form].flatMap(([name, value]) => {
          const match = /^metadata\[(.+)\]$/.exec(name);
          return match?.[1] === undefined ? [] : [[match[1], value]];
        }),
      ),
      status: 'succeeded',
      created: Math.floor(Date.now() / 1000),
    };
    const kept = refunds.get(refund.payment_intent ?? '') ?? [];
    // Newest first, as Stripe lists them; a repeated key made its refund before.
    if (!kept.some(({ id }) => id === refund.id))
      refunds.set(refund.payment_intent ?? '', [refund, ...kept].slice(0, KEPT));
    setTimeout(() => answer(refund), delayMs);
  });
});
gateway.keepAliveTimeout = 60_000;

async function arrived(after: number): Promise<{ to: readonly string[]; last: number }> {
  const waited = AbortSignal.timeout(MAIL_WAIT_MS);
  if (mails.length <= after) await once(arrivals, 'mail', { signal: waited }).catch(() => undefined);
  return { to: mails.slice(after), last: mails.length };
}

const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, { envelope }, done) => {
    stream.resume();
    stream.on('end', () => {
      done();
      mails.push(...envelope.rcptTo.map(({ address }) => address));
      arrivals.emit('mail');
    });
  },
});

gateway.listen(port, '127.0.0.1', () => mail.listen(smtpPort, '127.0.0.1', () => process.send?.('ready')));

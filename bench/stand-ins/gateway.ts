import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { readStandInSettings } from './settings';

/**
 * The gateway and the mail server of the bench: a fixed latency, a call log, nothing else, so that what is measured is ours.
 * Answers `POST /v1/refunds` as Stripe does for a refund that succeeds at once. `GET /calls` tells how many refunds were asked for and how many keys they had.
 */
const { port, smtpPort, latencyMs } = readStandInSettings(process.env);
const keys = new Set<string>();
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
    setTimeout(() => answer(refund), delayMs);
  });
});
gateway.keepAliveTimeout = 60_000;

const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, _session, done) => {
    stream.resume();
    stream.on('end', () => done());
  },
});

gateway.listen(port, '127.0.0.1', () => mail.listen(smtpPort, '127.0.0.1', () => process.send?.('ready')));

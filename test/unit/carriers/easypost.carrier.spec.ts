import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCarrierRegistry, type ConnectorLog } from '@zikui/connectors';
import type { CarrierAccount } from '@zikui/domain';
import { startSandbox, type StartedSandbox } from '../sandbox/started-sandbox';

const ACCOUNT: CarrierAccount = { merchantId: 'm1', apiKey: 'EZTKexam', webhookSecret: 'sécret,spare' };
const TIMEOUT_MS = 300;
const lines: string[] = [];
const write: ConnectorLog['info'] = (fields, message) => {
  lines.push(`${message} ${JSON.stringify(fields)}`);
};
const at = (easyPostApiBase: string) =>
  createCarrierRegistry({ easyPostApiBase, timeoutMs: TIMEOUT_MS, log: { info: write, warn: write } }).carrier(
    'easypost',
  );

let sandbox: StartedSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const carrier = () => at(`${sandbox.url}/carrier`);
let asked = 0;
const nextReference = () => `return-${String((asked += 1))}`;
type Booked = Readonly<{ reference: string; status: string; trackingCode: string | null; isReturn: boolean }>;
const booked = async (reference: string): Promise<readonly Booked[]> =>
  ((await sandbox.get('/_control/parcels')) as { items: readonly Booked[] }).items.filter(
    (s) => s.reference === reference,
  );
const strike = (action: string, reference: string, times = 1) =>
  sandbox.post('/_faults', { target: 'carrier', action, times, match: { reference } });

describe('return labels of EasyPost', () => {
  it('orders a return label, once for one reference', async () => {
    const reference = nextReference();
    const label = await carrier().createReturnLabel({ account: ACCOUNT, reference });
    expect(label.trackingCode).toMatch(/^EZ/);
    expect(await (await fetch(label.labelUrl)).text()).toContain(label.trackingCode);
    expect(await carrier().createReturnLabel({ account: ACCOUNT, reference })).toEqual(label);
    expect(await booked(reference)).toMatchObject([{ isReturn: true, trackingCode: label.trackingCode }]);
  });

  it.each(['commit_then_timeout', 'commit_then_500'])(
    'orders one label although the first answer is lost (%s)',
    async (action) => {
      const reference = nextReference();
      // The look-up, the shipment, then the purchase: each of them loses its first answer.
      for (let call = 0; call < 3; call += 1) {
        await strike(action, reference);
        await expect(carrier().createReturnLabel({ account: ACCOUNT, reference })).rejects.toMatchObject({
          permanent: false,
        });
      }
      await carrier().createReturnLabel({ account: ACCOUNT, reference });
      expect(await booked(reference)).toHaveLength(1);
    },
  );

  it('cancels a label, and cancelling it again or one that was used changes nothing', async () => {
    const reference = nextReference();
    const { shipmentRef } = await carrier().createReturnLabel({ account: ACCOUNT, reference });
    await carrier().cancelReturnLabel({ account: ACCOUNT, shipmentRef });
    await carrier().cancelReturnLabel({ account: ACCOUNT, shipmentRef });
    await carrier().cancelReturnLabel({ account: ACCOUNT, shipmentRef: 'shp_unknown' });
    expect(await booked(reference)).toMatchObject([{ status: 'cancelled' }]);
  });

  it('says that a repeat is useless when the carrier offers no rate', async () => {
    const reference = nextReference();
    await strike('no_rates', reference, 2);
    await expect(carrier().createReturnLabel({ account: ACCOUNT, reference })).rejects.toMatchObject({
      name: 'CarrierFailed',
      permanent: true,
    });
  });

  it.each(['down', 'timeout'])('says that a repeat may help when the carrier is away (%s)', async (action) => {
    const reference = nextReference();
    await strike(action, reference);
    await expect(carrier().createReturnLabel({ account: ACCOUNT, reference })).rejects.toMatchObject({
      permanent: false,
    });
  });

  it('says that a repeat may help where nobody listens, and with a key that does not work yet', async () => {
    const ask = { account: ACCOUNT, reference: nextReference() };
    await expect(at('http://127.0.0.1:1').createReturnLabel(ask)).rejects.toMatchObject({ permanent: false });
    const keyless = { ...ask, account: { ...ACCOUNT, apiKey: '' } };
    await expect(carrier().createReturnLabel(keyless)).rejects.toMatchObject({ permanent: false });
  });

  it('writes one line per call and no secret', async () => {
    lines.length = 0;
    await carrier().createReturnLabel({ account: ACCOUNT, reference: nextReference() });
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain(ACCOUNT.apiKey);
  });

  it('refuses a carrier that it does not know', () => {
    const registry = createCarrierRegistry({
      easyPostApiBase: sandbox.url,
      timeoutMs: 1,
      log: { info: write, warn: write },
    });
    expect(() => registry.carrier('pigeon')).toThrow('not_found');
  });
});

describe('scans of EasyPost', () => {
  type Received = Readonly<{ body: Buffer; headers: IncomingHttpHeaders }>;

  /** Lets a parcel be scanned and gives what came over the network. */
  async function scanned(status: string, more: object = {}): Promise<readonly Received[]> {
    const received: Received[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received.push({ body: Buffer.concat(chunks), headers: request.headers });
        response.end();
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`;
    await sandbox.post('/_control/webhook-endpoints', { account: ACCOUNT.apiKey, url, secret: 'sécret' });
    const label = await carrier().createReturnLabel({ account: ACCOUNT, reference: nextReference() });
    await sandbox.post(`/_control/parcels/${label.trackingCode}/scan`, { status, ...more });
    await new Promise((closed) => server.close(closed));
    return received;
  }
  const flat = (headers: IncomingHttpHeaders) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]));

  it('are verified and read as they come over the network', async () => {
    const [scan] = await scanned('delivered', { at: '2026-11-22T10:00:00Z' });
    expect(scan?.body.toString()).toContain('"weight":600.0');
    expect(carrier().readWebhook(ACCOUNT, scan!.body, flat(scan!.headers))).toMatchObject({
      status: 'delivered',
      occurredAt: '2026-11-22T10:00:00.000Z',
    });
  });

  it('are refused with a changed byte or another secret', async () => {
    const [scan] = await scanned('in_transit');
    const changed = Buffer.from(scan!.body.toString().replace('in_transit', 'delivered'));
    expect(() => carrier().readWebhook(ACCOUNT, changed, flat(scan!.headers))).toThrow('bad_signature');
    const other = { ...ACCOUNT, webhookSecret: 'other' };
    expect(() => carrier().readWebhook(other, scan!.body, flat(scan!.headers))).toThrow('bad_signature');
  });

  it('of a status that nobody knows are told in the log and taken for no scan', async () => {
    const [scan] = await scanned('brand_new');
    lines.length = 0;
    expect(carrier().readWebhook(ACCOUNT, scan!.body, flat(scan!.headers))).toBeUndefined();
    expect(lines.join()).toMatch(/carrier event that tells no parcel status .*"event":"evt_/);
  });

  it('may come twice with one id', async () => {
    const twice = await scanned('in_transit', { copies: 2 });
    const ids = twice.map(({ body, headers }) => carrier().readWebhook(ACCOUNT, body, flat(headers))?.eventId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export const RECEIVER_SECRET = 'whsec_receiver';
type ReceivedEvent = Readonly<{ id: string; type: string; status: string; genuine: boolean; signature: string }>;
export type Receiver = Readonly<{
  url: string;
  events: readonly ReceivedEvent[];
  /** Waits for so many deliveries, whatever they were answered with. */ deliveries: (count: number) => Promise<void>;
  /** What the next deliveries are answered with; 200 afterwards. */ answerWith: (...statuses: number[]) => void;
  close: () => Promise<void>;
}>;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function readEvent(body: string, signature: string, isGenuine: Judge): ReceivedEvent {
  const parsed = JSON.parse(body) as { id: string; type: string; data: { object: { status: string } } };
  const { id, type, data } = parsed;
  return { id, type, status: data.object.status, signature, genuine: isGenuine(body, signature) };
}

/** Says whether a delivery's signature is the sender's. */
type Judge = (body: string, signature: string) => boolean;

/** Stands where the product's webhook route would. */
export async function openReceiver(isGenuine: Judge): Promise<Receiver> {
  const events: ReceivedEvent[] = [];
  const statuses: number[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      events.push(readEvent(body, String(request.headers['stripe-signature']), isGenuine));
      response.statusCode = statuses.shift() ?? 200;
      response.end();
      for (const look of waiting.splice(0)) look();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/webhooks`,
    events,
    answerWith: (...next) => statuses.push(...next),
    async deliveries(count) {
      while (events.length < count) await new Promise<void>((look) => waiting.push(look));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

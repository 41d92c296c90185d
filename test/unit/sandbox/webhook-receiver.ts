import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';

export const RECEIVER_SECRET = 'whsec_receiver';
export type ReceivedEvent = Readonly<{ id: string; type: string; status: string; genuine: boolean; signature: string }>;
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

function readEvent(body: string, signature: string): ReceivedEvent {
  const parsed = JSON.parse(body) as { id: string; type: string; data: { object: { status: string } } };
  const event = { id: parsed.id, type: parsed.type, status: parsed.data.object.status, signature };
  try {
    Stripe.webhooks.constructEvent(body, signature, RECEIVER_SECRET);
    return { ...event, genuine: true };
  } catch {
    return { ...event, genuine: false }; // What the official package says of it is the result.
  }
}

/** Stands where the product's webhook route would. */
export async function openReceiver(): Promise<Receiver> {
  const events: ReceivedEvent[] = [];
  const statuses: number[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      events.push(readEvent(body, String(request.headers['stripe-signature'])));
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

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Delivery } from '../gateway-world';

export type AnnouncementBox = Readonly<{
  url: string;
  /** Waits for so many deliveries that name the text, and gives all that name it. */
  naming: (text: string, count: number) => Promise<readonly Delivery[]>;
  close: () => Promise<void>;
}>;

async function deliveryOf(request: IncomingMessage): Promise<Delivery> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return { body: Buffer.concat(chunks), headers: Object.fromEntries(headers) as Delivery['headers'] };
}

/** Stands where the product's webhook route would, and keeps every announcement as it arrived. */
export async function openAnnouncementBox(): Promise<AnnouncementBox> {
  const deliveries: Delivery[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    void deliveryOf(request).then((delivery) => {
      deliveries.push(delivery);
      response.end();
      for (const look of waiting.splice(0)) look();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const about = (text: string) => deliveries.filter(({ body }) => body.includes(text));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/webhooks`,
    async naming(text, count) {
      while (about(text).length < count) await new Promise<void>((look) => waiting.push(look));
      return about(text);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

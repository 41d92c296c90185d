import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

type ReceivedWebhook = Readonly<{
  path: string;
  at: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** The event, as the reference library gave it after it verified the signature. */ verify: (
    secret: string,
  ) => StatusChanged;
}>;
type StatusChanged = Readonly<{
  type: string;
  timestamp: string;
  data: Readonly<{ id: string; refundId: string; sequence: number; from: string | null; to: string }>;
}>;
type Answer = (response: ServerResponse, no: number) => void;
export type EndpointServer = Readonly<{
  url: (path: string) => string;
  received: (path?: string) => readonly ReceivedWebhook[];
  /** How a path answers from now on; 204 until it is told. */ answer: (path: string, answer: Answer | number) => void;
  /** The most deliveries that were open at once on a path. */ mostAtOnce: (path: string) => number;
  close: () => Promise<void>;
}>;

/** A merchant's own server: takes webhooks, and answers each path as it is told. */
export async function openEndpointServer(): Promise<EndpointServer> {
  const received: ReceivedWebhook[] = [];
  const answers = new Map<string, Answer>();
  const open = new Map<string, { now: number; most: number }>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const count = open.get(path) ?? { now: 0, most: 0 };
    count.now += 1;
    count.most = Math.max(count.most, count.now);
    open.set(path, count);
    response.once('close', () => (count.now -= 1));
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const verify = (secret: string): StatusChanged => new Webhook(secret).verify(body, headers) as StatusChanged;
      received.push({ path, at: Date.now(), headers, body, verify });
      const no = received.filter((one) => one.path === path).length;
      const answer = answers.get(path);
      if (answer) answer(response, no);
      else response.writeHead(204).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${String(port)}${path}`,
    received: (path) => received.filter((one) => path === undefined || one.path === path),
    answer: (path, answer) =>
      void answers.set(path, typeof answer === 'number' ? (response) => response.writeHead(answer).end() : answer),
    mostAtOnce: (path) => open.get(path)?.most ?? 0,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

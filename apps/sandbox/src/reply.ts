import type { Response } from 'express';

/** How an answer goes out: whole, or in one of the ways in which networks and servers spoil it. */
type Delivery = 'answer' | 'hang' | 'reset' | 'truncate' | 'slow';
export type Reply = Readonly<{
  status: number;
  body: string;
  contentType?: string;
  headers?: Readonly<Record<string, string>>;
  delivery?: Delivery;
  afterMs?: number;
}>;

/** A caller who waits for ever is let go after this long. */
const LONGEST_HANG_MS = 10 * 60_000;
const SLOW_PIECES = 200;

export const jsonReply = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  body: JSON.stringify(body),
  headers,
});
/** The connection stays open and nothing comes. */
export const HANG: Reply = { status: 0, body: '', delivery: 'hang' };
/** The connection is torn down without a word. */
export const RESET: Reply = { status: 0, body: '', delivery: 'reset' };

/** A timer that ends with the response it belongs to, so that a caller who left keeps nothing alive. */
function whileOpen(response: Response, ms: number, then: () => void): void {
  const timer = setTimeout(then, ms);
  response.on('close', () => clearTimeout(timer));
}

function drip(response: Response, body: Buffer, totalMs: number): void {
  const size = Math.max(1, Math.ceil(body.length / SLOW_PIECES));
  let from = 0;
  const timer = setInterval(() => {
    response.write(body.subarray(from, from + size));
    from += size;
    if (from >= body.length) response.end();
  }, totalMs / SLOW_PIECES);
  response.on('close', () => clearInterval(timer));
}

const WAYS: Readonly<Record<Delivery, (response: Response, body: Buffer, ms: number) => void>> = {
  answer: (response, body) => response.end(body),
  hang: (response) => whileOpen(response, LONGEST_HANG_MS, () => response.destroy()),
  reset: (response) => response.req.socket.resetAndDestroy(),
  truncate: (response, body) => {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.req.socket.destroy());
  },
  slow: (response, body, ms) => drip(response, body, ms),
};

/** Answers as told. `afterMs` delays the answer; with `slow` it is how long the body takes. */
export function sendReply(response: Response, reply: Reply): void {
  const { status, contentType = 'application/json', headers = {}, delivery = 'answer', afterMs = 0 } = reply;
  const body = Buffer.from(reply.body);
  const go = () => {
    if (status > 0) {
      response.status(status).set({ 'content-type': contentType, 'content-length': String(body.length), ...headers });
    }
    WAYS[delivery](response, body, afterMs);
  };
  if (afterMs > 0 && delivery !== 'slow') whileOpen(response, afterMs, go);
  else go();
}

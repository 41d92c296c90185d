import http from 'node:http';
import https from 'node:https';

export type Posting = Readonly<{
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  withinMs: number;
}>;

/** Posts to one host go over connections that are kept: hundreds of events a second would run out of ports otherwise. */
const AGENTS = {
  'http:': new http.Agent({ keepAlive: true }),
  'https:': new https.Agent({ keepAlive: true }),
} as const;

/** Posts an event and gives the answer's status; null when none came in time. Redirects are answers, not followed. */
export function postEvent({ url, headers, body, withinMs }: Posting): Promise<number | null> {
  const target = new URL(url);
  const secure = target.protocol === 'https:';
  return new Promise((resolve) => {
    const request = (secure ? https : http).request(target, {
      method: 'POST',
      agent: AGENTS[secure ? 'https:' : 'http:'],
      headers: {
        ...headers,
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
      },
    });
    const timer = setTimeout(() => request.destroy(), withinMs);
    const end = (status: number | null) => {
      clearTimeout(timer);
      resolve(status);
    };
    request.on('response', (answer) => {
      answer.resume(); // Read to its end, so that the connection can be used again.
      answer.on('end', () => end(answer.statusCode ?? null));
      answer.on('close', () => end(null)); // Cut off before its end; after it this changes nothing.
    });
    // No answer is an answer here: the event is tried again.
    request.on('error', () => end(null));
    request.end(body);
  });
}

/** Lets go of the connections that are kept, so that the process can end. */
export function closeConnections(): void {
  for (const agent of Object.values(AGENTS)) agent.destroy();
}

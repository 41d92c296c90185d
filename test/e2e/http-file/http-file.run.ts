import { eventually } from '../client/eventually';
import { call, type Answer } from '../client/http';
import type { HttpFile, HttpRequest } from './http-file';

export type Carried = Readonly<{ title: string; name: string | null; answer: Answer<unknown> }>;

const PLACE = /\{\{([^}]+)\}\}/g;

/** Runs the requests in order, as an editor would by hand. `given` stands in for the file's own variables. */
export async function runHttpFile(
  file: HttpFile,
  given: Readonly<Record<string, string>>,
): Promise<readonly Carried[]> {
  const carried: Carried[] = [];
  const stamp = String(Date.now());
  const variables: Record<string, string> = { ...file.variables, ...given };
  const valueOf = (place: string): string => {
    if (place === '$timestamp') return stamp;
    const [name = '', response, part, ...path] = place.split('.');
    const answered = response === 'response' && part === 'body' ? carried.find((one) => one.name === name) : undefined;
    const found = answered === undefined ? variables[place] : fieldOf(answered.answer.body, path);
    if (found === undefined) throw new Error(`Nothing is known of {{${place}}}`);
    return fill(found);
  };
  const fill = (text: string): string => text.replace(PLACE, (_, place: string) => valueOf(place.trim()));

  for (const request of file.requests) {
    const send = (): Promise<Answer<unknown>> => sendFilled(request, fill);
    carried.push({ title: request.title, name: request.name, answer: await untilItHolds(request, send) });
  }
  return carried;
}

function sendFilled(
  { method, url, headers, body }: HttpRequest,
  fill: (text: string) => string,
): Promise<Answer<unknown>> {
  return call(fill(url), {
    method: method as 'GET',
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)])),
    ...(body === null ? {} : { body: fill(body) }),
  });
}

function untilItHolds({ title, until }: HttpRequest, send: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
  if (until === null) return send();
  const { field, value } = until;
  let seen: string | undefined;
  const look = async (): Promise<Answer<unknown> | undefined> => {
    const answer = await send();
    seen = fieldOf(answer.body, field.split('.'));
    return answer.status >= 400 || seen === value ? answer : undefined;
  };
  return eventually(`${title}: ${field} = ${value}`, look, { instead: () => `; it is ${String(seen)}` });
}

function fieldOf(body: unknown, path: readonly string[]): string | undefined {
  let found = body;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[step];
  }
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

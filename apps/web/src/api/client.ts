import createClient, { type Middleware } from 'openapi-fetch';
import { networkLost, problemOf } from './problem';
import type { components, paths } from './schema';
import { learnServerTime } from './server-clock';
import { session } from './session';

/** Shapes of the API by their names in its description. */
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];

const READING = new Set(['GET', 'HEAD']);

/** The one place that knows what every call of ours carries. */
const headers: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', document.documentElement.lang);
    if (!READING.has(request.method) && session.pageToken !== null)
      request.headers.set('X-Zikui-Token', session.pageToken);
    return request;
  },
  onResponse({ response }) {
    learnServerTime(response.headers.get('date'));
    if (response.status === 401) session.refused();
    return response;
  },
  onError: () => networkLost(),
};

/** Calls of the API, typed by its description. `answered` gives their data. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });
api.use(headers);

type Called<Data> = Readonly<{ data?: Data; error?: unknown; response: Response }>;

/** What a call answers. Throws a `Problem` for every refusal, and when no answer came. */
export async function answered<Data>(call: Promise<Called<Data>>): Promise<Data> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(error, response.status);
  return data as Data;
}

/** The same with the status: 201 says that something was made of it, 202 that it is recorded and will be carried out. */
export async function answeredWithStatus<Data>(
  call: Promise<Called<Data>>,
): Promise<Readonly<{ data: Data; status: number }>> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(error, response.status);
  return { data: data as Data, status: response.status };
}

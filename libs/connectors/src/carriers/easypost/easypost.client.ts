import { CarrierFailed, type CarrierAccount } from '@zikui/domain';
import { objectIn, parseObject, textIn, type JsonObject } from '../../json-object';

export type EasyPostSettings = Readonly<{ apiBase: string; timeoutMs: number }>;
export type EasyPostCall = Readonly<{
  account: CarrierAccount;
  method: 'GET' | 'POST';
  path: string;
  body?: JsonObject;
}>;
/** An answer that EasyPost gave on purpose: what was asked for, or a refusal with its code. */
export type EasyPostAnswer =
  Readonly<{ kind: 'done'; body: JsonObject }> | Readonly<{ kind: 'refused'; httpStatus: number; code: string | null }>;

/** Statuses that will pass: wrong or missing key, too many calls. The call itself was not wrong. */
const PASSING: ReadonlySet<number> = new Set([401, 402, 403, 408, 429]);

async function send({ apiBase, timeoutMs }: EasyPostSettings, call: EasyPostCall): Promise<Response> {
  try {
    return await fetch(`${apiBase.replace(/\/+$/, '')}/v2${call.path}`, {
      method: call.method,
      headers: {
        authorization: `Basic ${Buffer.from(`${call.account.apiKey}:`).toString('base64')}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw new CarrierFailed('easypost', false, { error: error instanceof Error ? error.name : typeof error });
  }
}

/** Carries one call. Throws `CarrierFailed` (not permanent) when EasyPost gave no answer that can be relied on. */
export async function callEasyPost(settings: EasyPostSettings, call: EasyPostCall): Promise<EasyPostAnswer> {
  const response = await send(settings, call);
  const failed = (error: string) => new CarrierFailed('easypost', false, { error, httpStatus: response.status });
  const text = await response.text().catch(() => {
    throw failed('body_cut_off');
  });
  if (response.status >= 500 || PASSING.has(response.status)) throw failed('unavailable');
  const body = parseObject(text);
  if (body === undefined) throw failed('unreadable_answer');
  if (response.ok) return { kind: 'done', body };
  return { kind: 'refused', httpStatus: response.status, code: textIn(objectIn(body, 'error'), 'code') ?? null };
}

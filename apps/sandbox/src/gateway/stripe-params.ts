import { invalidRequest, missingParameter, notAnInteger, unknownParameter } from './stripe-problem';
import type { Metadata } from './payment-book';

/** A form body or a query, as the parser leaves it. */
export type Params = Readonly<Record<string, unknown>>;

const MOST_METADATA = 50;
/** Currencies with three decimals, of which the networks carry two. */
const THREE_DECIMALS: ReadonlySet<string> = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd']);
/** Kept at two decimals by Stripe although their smallest coin is the whole unit. */
const WHOLE_UNITS_OF_100: ReadonlySet<string> = new Set(['isk', 'ugx']);

export function textParam(params: Params, name: string): string | undefined {
  const value = params[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function requiredText(params: Params, name: string): string {
  const value = textParam(params, name);
  if (value === undefined) throw missingParameter(name);
  return value;
}

export function integerParam(params: Params, name: string): number | undefined {
  const text = textParam(params, name);
  if (text === undefined) return undefined;
  if (!/^-?\d{1,15}$/.test(text)) throw notAnInteger(name, text.slice(0, 50));
  return Number(text);
}

export function metadataParam(params: Params): Metadata {
  const given = params['metadata'];
  if (given === undefined || given === '') return {};
  if (typeof given !== 'object' || given === null) throw invalidRequest(400, 'Invalid hash', { param: 'metadata' });
  const entries = Object.entries(given).map(([key, value]) => [key, typeof value === 'string' ? value : ''] as const);
  if (entries.length > MOST_METADATA || entries.some(([key, value]) => key.length > 40 || value.length > 500))
    throw invalidRequest(400, 'Metadata is limited to 50 keys of 40 characters and values of 500.', {
      param: 'metadata',
    });
  return Object.fromEntries(entries);
}

/** Refuses what the call does not know, as Stripe does: a misspelt name is never ignored. */
export function onlyKnown(params: Params, known: readonly string[]): void {
  const unknown = Object.keys(params).find((name) => !known.includes(name));
  if (unknown !== undefined) throw unknownParameter(unknown);
}

/** Refuses amounts that no card network carries in that currency. */
export function checkAmount(amount: number, currency: string): void {
  if (amount < 1)
    throw invalidRequest(400, 'Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' });
  if (THREE_DECIMALS.has(currency) && amount % 10 !== 0)
    throw invalidRequest(400, `Invalid amount. Amounts in ${currency.toUpperCase()} must end in 0.`, {
      code: 'invalid_charge_amount',
      param: 'amount',
    });
  if (WHOLE_UNITS_OF_100.has(currency) && amount % 100 !== 0)
    throw invalidRequest(
      400,
      `Invalid amount. Currency ${currency.toUpperCase()} has become effectively zero-decimal.`,
      {
        code: 'invalid_charge_amount_no_decimal_compatible',
        param: 'amount',
      },
    );
}

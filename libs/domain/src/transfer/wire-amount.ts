import { CURRENCIES, minorDigits } from '../money/currency';
import type { Money } from '../money/money';

/** How a gateway counts one currency. */
export type CurrencyRule = Readonly<{
  /** Digits after the point as the gateway counts them; not always those of ISO 4217. */ decimals: number;
  /** It moves multiples of this many minor units of ISO 4217 only. */ step: number;
}>;
type CurrencyRules = ReadonlyMap<string, CurrencyRule>;

/** The rules of a gateway that counts as ISO 4217 does, but for `exceptions`. `codes`: what it takes at all. */
export function currencyRules(
  exceptions: Readonly<Record<string, Partial<CurrencyRule>>> = {},
  codes: readonly string[] = CURRENCIES,
): CurrencyRules {
  return new Map(
    codes.map((code) => {
      const digits = minorDigits(code);
      const { decimals = digits, step = 10 ** Math.max(0, digits - decimals) } = exceptions[code] ?? {};
      return [code, { decimals, step }] as const;
    }),
  );
}

/** The amount as the gateway counts it, a whole number; `undefined` when it cannot move exactly this amount. Never rounds. */
export function toWireAmount(rules: CurrencyRules, { amount, currency }: Money): number | undefined {
  const rule = rules.get(currency);
  if (rule === undefined || amount <= 0 || amount % rule.step !== 0) return undefined;
  return shifted(amount, rule.decimals - minorDigits(currency));
}

/** The amount that a gateway names, in minor units of ISO 4217; `undefined` when it is none. Never rounds. */
export function fromWireAmount(rules: CurrencyRules, amount: number, currency: string): Money | undefined {
  const rule = rules.get(currency);
  if (rule === undefined || !Number.isSafeInteger(amount) || amount <= 0) return undefined;
  const ours = shifted(amount, minorDigits(currency) - rule.decimals);
  return ours === undefined ? undefined : { amount: ours, currency };
}

/** The amount as a gateway writes it that takes decimal texts: `12.30`, `500`; `undefined` when it cannot move it. */
export function toWireText(rules: CurrencyRules, money: Money): string | undefined {
  const wire = toWireAmount(rules, money);
  const decimals = rules.get(money.currency)?.decimals ?? 0;
  if (wire === undefined || decimals === 0) return wire?.toString();
  const digits = String(wire).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Reads such a text. Zeros beyond what the currency has are accepted, anything else there is no amount. */
export function fromWireText(rules: CurrencyRules, text: string, currency: string): Money | undefined {
  const [, whole, fraction = ''] = /^(\d{1,16})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  const decimals = rules.get(currency)?.decimals;
  if (whole === undefined || decimals === undefined || /[^0]/.test(fraction.slice(decimals))) return undefined;
  return fromWireAmount(rules, Number(`${whole}${fraction.slice(0, decimals).padEnd(decimals, '0')}`), currency);
}

/** Moves the point; `undefined` when that would lose a digit or is no exact number any more. */
function shifted(amount: number, digits: number): number | undefined {
  const factor = 10 ** Math.abs(digits);
  if (digits < 0) return amount % factor === 0 ? amount / factor : undefined;
  return Number.isSafeInteger(amount * factor) ? amount * factor : undefined;
}

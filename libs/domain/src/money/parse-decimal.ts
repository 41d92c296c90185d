import { minorDigits } from './currency';

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/;

/** The minor units of a decimal text such as `-12.30` in that currency; `undefined` for any other text, a part of a minor unit, or an amount that is no safe integer. */
export function minorUnitsOf(text: string, currency: string): number | undefined {
  const [, sign, whole = '', fraction = ''] = DECIMAL.exec(text) ?? [];
  if (whole === '') return undefined;
  const digits = minorDigits(currency);
  if (/[1-9]/.test(fraction.slice(digits))) return undefined;
  const units = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  if (!Number.isSafeInteger(units)) return undefined;
  return sign === '-' && units !== 0 ? -units : units;
}

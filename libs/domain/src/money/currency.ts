import { invariant } from '../invariant';

/** ISO 4217, current codes by number of digits after the point (list one; without funds codes, in which nobody pays). */
const CODES_BY_DIGITS: readonly (readonly [digits: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY
    COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR
    IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD
    NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP
    SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
];

// Our own table: the digits that `Intl` knows are those of daily use (0 for IQD, ALL or HUF), not those of the standard.
const DIGITS: ReadonlyMap<string, number> = new Map(
  CODES_BY_DIGITS.flatMap(([digits, codes]) => codes.split(/\s+/).map((code) => [code, digits] as const)),
);

export const CURRENCIES: readonly string[] = [...DIGITS.keys()].sort();

/** True for a current ISO 4217 code, in capitals. */
export const isCurrency = (code: string): boolean => DIGITS.has(code);

/** How many digits of an amount in minor units stand after the point. Throws for a code that `isCurrency` does not know. */
export function minorDigits(currency: string): number {
  const digits = DIGITS.get(currency);
  invariant(digits !== undefined, `${currency} is no ISO 4217 currency`);
  return digits;
}

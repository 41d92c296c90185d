import { WEEKDAYS } from '../calendar/local-date';
import { REST_DAY_CALENDARS } from '../calendar/rest-days';
import { minutesOf } from '../calendar/working-hours';
import { isTimeZone } from '../calendar/zoned-time';
import { isCurrency } from '../money/currency';
import { REASONS } from '../quote/quote';
import { LIMIT_NAMES, type LimitName, type ReasonLimits } from '../sending-hold/velocity-breaker';
import { DEDUCTION_GRADES, type CompiledPolicy } from './compiled-policy';
import { nearestName } from './nearest-name';
import type { WorkingCalendar } from './policy';
import type { PolicyReader } from './policy-reader';
import type { YamlNode } from './yaml-tree';

const DEFAULT_CREDIT_MONTHS = 60;
const DEFAULT_SILENCE_HOURS = 40;
const MOST_MONTHS = 1_200;
const MOST_HOURS = 2_000;
const MOST_REFUNDS = 1_000;

export function readCurrency(reader: PolicyReader, node: YamlNode | undefined): string {
  const currency = reader.text(node, 'currency', 3);
  if (node !== undefined && !isCurrency(currency))
    reader.fault('policy_syntax', node.offset, 'currency must be a code of ISO 4217', meantCurrency(currency));
  return currency;
}

/** What people call a currency that has another code. */
const SPOKEN: Readonly<Record<string, string>> = { NIS: 'ILS', SHEKEL: 'ILS', RMB: 'CNY', STG: 'GBP' };
const meantCurrency = (code: string): string | null =>
  SPOKEN[code.toUpperCase()] ?? nearestName(code, ['ILS', 'USD', 'EUR', 'GBP']);

export function readCalendar(reader: PolicyReader, node: YamlNode | undefined): WorkingCalendar {
  if (node === undefined) return { days: [], from: '00:00', to: '24:00', zone: 'Etc/UTC', restDays: null };
  const fields = reader.fields(node, 'calendar', { required: ['days', 'from', 'to', 'zone'], optional: ['restDays'] });
  const wrong = (at: YamlNode | undefined, detail: string, suggestion: string | null = null): void =>
    reader.fault('unknown_calendar', at?.offset ?? node.offset, detail, suggestion);

  const days = reader
    .list(fields.get('days'), 'days', WEEKDAYS.length)
    .map((day) => reader.oneOf(day, 'a day', WEEKDAYS, 'unknown_calendar'));
  if (fields.get('days') !== undefined && days.length === 0)
    wrong(fields.get('days'), 'a calendar needs a working day');
  const zone = reader.text(fields.get('zone'), 'zone', 64);
  if (zone !== '' && !isTimeZone(zone))
    wrong(fields.get('zone'), `${zone} is no time zone`, nearestName(zone, Intl.supportedValuesOf('timeZone')));
  const rest = fields.get('restDays');
  const restDays = rest === undefined ? null : reader.text(rest, 'restDays', 16);
  if (restDays !== null && !REST_DAY_CALENDARS.includes(restDays))
    wrong(rest, `there are no rest days of ${restDays}`, nearestName(restDays, REST_DAY_CALENDARS));
  const [from, to] = [reader.text(fields.get('from'), 'from', 5), reader.text(fields.get('to'), 'to', 5)];
  if (from !== '' && to !== '' && !isSpan(from, to))
    wrong(fields.get('from'), 'from and to must be times like 09:00, from before to');
  return { days, from, to, zone, restDays };
}

function isSpan(from: string, to: string): boolean {
  try {
    return minutesOf(from) < minutesOf(to);
  } catch {
    return false; // Not a time of day at all: the caller says where.
  }
}

export function readDestinations(reader: PolicyReader, node: YamlNode | undefined): CompiledPolicy['destinations'] {
  if (node === undefined) return { allow: [], creditBonusBps: 0, creditMonths: DEFAULT_CREDIT_MONTHS };
  const fields = reader.fields(node, 'destinations', {
    required: ['allow'],
    optional: ['creditBonusBps', 'creditMonths'],
  });
  const allow = reader
    .list(fields.get('allow'), 'allow', 2)
    .map((one) => reader.oneOf(one, 'a destination', ['original', 'store_credit']));
  if (fields.get('allow') !== undefined && allow.length === 0)
    reader.fault('policy_syntax', node.offset, 'a refund needs a destination');
  const months = fields.get('creditMonths');
  return {
    allow: [...new Set(allow)],
    creditBonusBps: reader.basisPoints(fields.get('creditBonusBps'), 'creditBonusBps'),
    creditMonths:
      months === undefined ? DEFAULT_CREDIT_MONTHS : reader.integer(months, 'creditMonths', [1, MOST_MONTHS]),
  };
}

export function readDeductions(reader: PolicyReader, node: YamlNode | undefined): CompiledPolicy['deductions'] {
  if (node === undefined) return { A: 0, B: 0, C: 0, D: 0 };
  const fields = reader.fields(node, 'deductions', { required: DEDUCTION_GRADES });
  const bps = (grade: string): number => reader.basisPoints(fields.get(grade), grade);
  return { A: bps('A'), B: bps('B'), C: bps('C'), D: bps('D') };
}

export function readLimits(reader: PolicyReader, node: YamlNode | undefined): CompiledPolicy['limits'] {
  if (node === undefined) return NO_LIMITS;
  const fields = reader.fields(node, 'limits', { required: [], optional: [...LIMIT_NAMES, 'perSale', 'onBreach'] });
  const perSale = fields.get('perSale');
  reader.oneOf(fields.get('onBreach'), 'onBreach', ['hold']);
  const amount = (name: LimitName): number | null => reader.amount(fields.get(name), name);
  return {
    merchantHour: amount('merchantHour'),
    merchantDay: amount('merchantDay'),
    perStaffHour: amount('perStaffHour'),
    perStaffDay: amount('perStaffDay'),
    perReasonHour: readReasonLimits(reader, fields.get('perReasonHour'), 'perReasonHour'),
    perReasonDay: readReasonLimits(reader, fields.get('perReasonDay'), 'perReasonDay'),
    perSale: perSale === undefined ? null : reader.integer(perSale, 'perSale', [1, MOST_REFUNDS]),
  };
}

const NO_LIMITS: CompiledPolicy['limits'] = {
  ...{ merchantHour: null, merchantDay: null, perStaffHour: null, perStaffDay: null },
  ...{ perReasonHour: {}, perReasonDay: {}, perSale: null },
};

/** An amount for each reason that is named. */
function readReasonLimits(reader: PolicyReader, node: YamlNode | undefined, what: LimitName): ReasonLimits {
  if (node === undefined) return {};
  const fields = reader.fields(node, what, { required: [], optional: REASONS });
  const limits = REASONS.flatMap((reason) => {
    const max = reader.amount(fields.get(reason), reason);
    return max === null ? [] : [[reason, max] as const];
  });
  if (node.kind === 'map' && node.fields.length === 0)
    reader.fault('policy_syntax', node.offset, `${what} names no reason`);
  return Object.fromEntries(limits);
}

export function readSilence(reader: PolicyReader, node: YamlNode | undefined): CompiledPolicy['onSilence'] {
  if (node === undefined) return { afterWorkingHours: DEFAULT_SILENCE_HOURS };
  const fields = reader.fields(node, 'onSilence', { required: ['afterWorkingHours'], optional: ['notStatutory'] });
  reader.oneOf(fields.get('notStatutory'), 'notStatutory', ['expire']);
  return { afterWorkingHours: reader.integer(fields.get('afterWorkingHours'), 'afterWorkingHours', [1, MOST_HOURS]) };
}

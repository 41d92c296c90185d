import { csvField } from '../bank-transfer/csv-file';
import { decimalText } from '../money/format-money';
import { money } from '../money/money';
import type { Destination, Reason } from '../quote/quote';
import type { Locale } from '../sale/sale';
import { DESTINATION_NAMES, REASON_NAMES } from '../text/display-names';
import { statusSentence } from '../text/status-sentence';
import type { RefundColumn } from './refund-columns';
import type { RefundStatus } from './refund-status';

/** A refund as a table holds it: amounts in minor units of `currency`, instants in UTC, and nothing that tells who a person is. */
export type TabledRefund = Readonly<{
  id: string;
  status: RefundStatus;
  payout: number;
  fee: number;
  currency: string;
  saleRef: string;
  customerRef: string;
  reason: Reason;
  payBy: string | null;
  createdAt: string;
  updatedAt: string;
  completedAt: string | null;
  destination: Destination;
  gateways: readonly string[];
  requester: string;
  externalRef: string | null;
}>;

/** Excel takes a file without it for one of the machine's old alphabet. */
export const BYTE_ORDER_MARK = '\u{FEFF}';

type Fields = readonly (readonly [name: string, value: (refund: TabledRefund, locale: Locale) => string | null])[];
const amountIn = (name: string, of: (refund: TabledRefund) => number): Fields => [
  [`${name}_minor`, (refund) => String(of(refund))],
  [name, (refund) => decimalText(money(of(refund), refund.currency))],
];
const CURRENCY: Fields = [['currency', ({ currency }) => currency]];

/** What each column of the list becomes. Names are for programs and never change; a code has its words beside it. */
const FIELDS: Readonly<Record<RefundColumn, Fields>> = {
  refund: [['refund', ({ id }) => id]],
  status: [
    ['status', ({ status }) => status],
    ['status_text', ({ status }, locale) => statusSentence(status)[locale]],
  ],
  amount: amountIn('amount', ({ payout }) => payout),
  order: [['order', ({ saleRef }) => saleRef]],
  customer: [['customer', ({ customerRef }) => customerRef]],
  reason: [
    ['reason', ({ reason }) => reason],
    ['reason_text', ({ reason }, locale) => REASON_NAMES[reason][locale]],
  ],
  deadline: [['pay_by', ({ payBy }) => payBy]],
  created: [['created_at', ({ createdAt }) => createdAt]],
  updated: [['updated_at', ({ updatedAt }) => updatedAt]],
  completed: [['completed_at', ({ completedAt }) => completedAt]],
  fee: amountIn('fee', ({ fee }) => fee),
  destination: [
    ['destination', ({ destination }) => destination],
    ['destination_text', ({ destination }, locale) => DESTINATION_NAMES[destination][locale]],
  ],
  gateway: [['gateway', ({ gateways }) => gateways.join(' ')]],
  requester: [['requester', ({ requester }) => requester]],
  externalRef: [['external_ref', ({ externalRef }) => externalRef]],
};
const MORE = {
  he: 'יש החזרים נוספים שאינם בקובץ: יש לצמצם את הרשימה ולייצא שוב.',
  en: 'There are more refunds than this file holds: narrow the list and export again.',
} as const;

/** An amount never stands without its currency. */
function fieldsOf(columns: readonly RefundColumn[]): Fields {
  const hasAmount = columns.some((column) => column === 'amount' || column === 'fee');
  return [...columns.flatMap((column) => FIELDS[column]), ...(hasAmount ? CURRENCY : [])];
}

const line = (cells: readonly string[]): string => `${cells.map(csvField).join(',')}\r\n`;

/** How such a table begins (RFC 4180): a mark by which its letters are read as UTF-8, and the names of its fields. */
export const tableHead = (columns: readonly RefundColumn[]): string =>
  `${BYTE_ORDER_MARK}${line(fieldsOf(columns).map(([name]) => name))}`;

/** Its lines, every field in quotes and none that a spreadsheet takes for a formula. */
export function tableLines(refunds: readonly TabledRefund[], columns: readonly RefundColumn[], locale: Locale): string {
  const fields = fieldsOf(columns);
  return refunds.map((refund) => line(fields.map(([, value]) => value(refund, locale) ?? ''))).join('');
}

/** The last line of one that holds not all, in its first field, so that nobody adds up a part for the whole. */
export const tableMore = (columns: readonly RefundColumn[], locale: Locale): string =>
  line(fieldsOf(columns).map((_, index) => (index === 0 ? MORE[locale] : '')));

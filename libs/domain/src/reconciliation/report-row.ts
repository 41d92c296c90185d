import { isCurrency } from '../money/currency';
import { reportInvalid } from './csv-reader';
import type { GatewayMovement } from './gateway-movement';

/** The cells of one row by the names of their columns. */
export class ReportRow {
  constructor(
    readonly line: number,
    private readonly cells: ReadonlyMap<string, string>,
  ) {}

  /** The cell, or '' where the report has no such column. */
  optional(column: string): string {
    return (this.cells.get(column) ?? '').trim();
  }

  /** The cell as `read` takes it. Throws `report_invalid` with line and column when it is not what `is` says. */
  cell<T>(column: string, is: string, read: (text: string) => T | undefined): T {
    const value = read(this.optional(column));
    if (value === undefined) throw reportInvalid(this.line, column, `is not ${is}`);
    return value;
  }
}

export type ReportFormat = Readonly<{
  /** Columns that must be there, in any order. */ columns: readonly string[];
  /** The column that names the account at the gateway: all movements of a report have the same. */ account?: string;
  /** The movement of a row; null for a row that is about something else. */
  movementOf: (row: ReportRow) => GatewayMovement | null;
}>;

/** How cells are read that every report has. */
const ID = /^[A-Za-z0-9._:-]{1,120}$/;
export const AN_ID = 'an id: letters, digits and ._:-';
export const readId = (text: string): string | undefined => (ID.test(text) ? text : undefined);
export const readIdOrNone = (text: string): string | null | undefined => (text === '' ? null : readId(text));

export const A_CURRENCY = 'a currency of ISO 4217';
export const readCurrency = (text: string): string | undefined => {
  const code = text.toUpperCase();
  return isCurrency(code) ? code : undefined;
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})$/;
/** A moment of RFC 3339 with its offset, in UTC. */
export const readInstant = (text: string): string | undefined =>
  INSTANT.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : undefined;

import { CsvReader, reportInvalid, type CsvRow } from './csv-reader';
import type { GatewayMovement } from './gateway-movement';
import { REPORT_FORMATS } from './report-format';
import type { ReportFormatName } from './report-format-name';
import { ReportRow, type ReportFormat } from './report-row';

/** A movement, and the line of the report on which it stands. */
export type ReportedMovement = Readonly<{ line: number; movement: GatewayMovement }>;

const MOST_ROWS = 200_000;

/** Reads a settlement report piece by piece. Throws `report_invalid` with the line and the column that is at fault. */
export class ReportReader {
  private readonly csv = new CsvReader();
  private readonly format: ReportFormat;
  private header: readonly string[] | undefined;
  private rows = 0;
  private account: string | undefined;

  constructor(format: ReportFormatName) {
    this.format = REPORT_FORMATS[format];
  }

  /** The movements that this piece completes. */
  push(piece: string): readonly ReportedMovement[] {
    return this.read(this.csv.push(piece));
  }

  /** The last ones. Throws for a report without a header. */
  end(): readonly ReportedMovement[] {
    const last = this.read(this.csv.end());
    if (this.header === undefined) throw reportInvalid(1, 1, 'the report is empty');
    return last;
  }

  private read(rows: readonly CsvRow[]): readonly ReportedMovement[] {
    return rows.flatMap(({ line, cells }) => {
      if (this.header === undefined) {
        this.header = headerOf(this.format, line, cells);
        return [];
      }
      this.rows += 1;
      if (this.rows > MOST_ROWS) throw reportInvalid(line, 1, `a report has at most ${MOST_ROWS} rows`);
      if (cells.length !== this.header.length)
        throw reportInvalid(line, cells.length, `the row has ${cells.length} cells, the header ${this.header.length}`);
      const row = new ReportRow(line, new Map(this.header.map((name, place) => [name, cells[place] ?? ''])));
      const movement = this.format.movementOf(row);
      if (movement === null) return [];
      this.checkAccount(row);
      return [{ line, movement }];
    });
  }

  /** Movements of another account would be strangers to this one's books. */
  private checkAccount(row: ReportRow): void {
    const { account: column } = this.format;
    if (column === undefined) return;
    const account = row.optional(column);
    this.account ??= account;
    if (account === '' || account !== this.account)
      throw reportInvalid(row.line, column, 'a report is of one account alone; this row names another one');
  }
}

function headerOf({ columns }: ReportFormat, line: number, cells: readonly string[]): readonly string[] {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const missing = columns.find((column) => !names.includes(column));
  if (missing !== undefined) throw reportInvalid(line, missing, 'the column is missing');
  const twice = names.find((name, place) => name !== '' && names.indexOf(name) !== place);
  if (twice !== undefined) throw reportInvalid(line, twice, 'the column is there twice');
  return names;
}

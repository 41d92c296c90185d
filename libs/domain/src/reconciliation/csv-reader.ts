import { RefundError } from '../error/refund-error';

/** One row, and the line of the file on which it begins (from 1). */
export type CsvRow = Readonly<{ line: number; cells: readonly string[] }>;

const LONGEST_CELL = 4_000;
const MOST_CELLS = 200;

/** Refuses a report at one place of it. `column` is a name where it is known, else a number from 1. */
export const reportInvalid = (line: number, column: string | number, detail: string): RefundError =>
  new RefundError('report_invalid', { line, column: String(column) }, [
    { pointer: `/${line}/${column}`, code: 'report_invalid', detail },
  ]);

/**
 * Reads comma-separated values (RFC 4180) piece by piece, so that a file of any length takes the memory of one row. Quoted
 * cells may hold commas, quotes and line ends; a byte order mark and empty lines are passed over. Throws `report_invalid`
 * with line and column.
 */
export class CsvReader {
  private line = 1;
  private rowLine = 1;
  private cells: string[] = [];
  private cell = '';
  private state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  private afterReturn = false;
  private isFirst = true;

  /** The rows that this piece completes. */
  push(piece: string): readonly CsvRow[] {
    const rows: CsvRow[] = [];
    for (const char of piece) {
      if (this.isFirst) {
        this.isFirst = false;
        if (char === '\u{FEFF}') continue;
      }
      this.take(char, rows);
    }
    return rows;
  }

  /** The last row, where the file does not end with its line. Throws when a quote stays open. */
  end(): readonly CsvRow[] {
    if (this.state === 'quoted') throw this.invalid('the quote is never closed');
    const rows: CsvRow[] = [];
    if (this.cells.length > 0 || this.state !== 'start') this.endRow(rows);
    return rows;
  }

  private take(char: string, rows: CsvRow[]): void {
    const followsReturn = this.afterReturn;
    this.afterReturn = char === '\r';
    if (this.state === 'quoted') {
      if (char === '"') this.state = 'closed';
      else this.add(char);
      if (char === '\n') this.line += 1;
      return;
    }
    if (char === '\n' || char === '\r') {
      if (char === '\n' && followsReturn) return;
      this.endRow(rows);
    } else if (char === ',') this.endCell();
    else if (char === '"') this.quote();
    else if (this.state === 'closed') throw this.invalid('something follows the closing quote');
    else {
      this.state = 'plain';
      this.add(char);
    }
  }

  private quote(): void {
    if (this.state === 'plain') throw this.invalid('a quote stands inside a cell that does not begin with one');
    if (this.state === 'closed') this.add('"'); // Two quotes are one.
    this.state = 'quoted';
  }

  private add(char: string): void {
    this.cell += char;
    if (this.cell.length > LONGEST_CELL) throw this.invalid(`a cell is longer than ${LONGEST_CELL} characters`);
  }

  private endCell(): void {
    this.cells.push(this.cell);
    this.cell = '';
    this.state = 'start';
    if (this.cells.length > MOST_CELLS) throw this.invalid(`a row has more than ${MOST_CELLS} cells`);
  }

  private endRow(rows: CsvRow[]): void {
    const isEmpty = this.cells.length === 0 && this.state === 'start';
    if (!isEmpty) {
      this.endCell();
      rows.push({ line: this.rowLine, cells: this.cells });
      this.cells = [];
    }
    this.line += 1;
    this.rowLine = this.line;
  }

  private invalid(detail: string): RefundError {
    return reportInvalid(this.line, this.cells.length + 1, detail);
  }
}

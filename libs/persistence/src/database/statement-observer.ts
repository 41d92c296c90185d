import type { Logger } from 'typeorm';

/** Hands every statement on; TypeORM's own printing stays silent. */
export class StatementObserver implements Logger {
  constructor(private readonly onStatement: (sql: string) => void) {}

  logQuery(sql: string): void {
    this.onStatement(sql);
  }
  // Failed statements were told above already; the caller gets the error itself.
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

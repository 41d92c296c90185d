import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations';
import { migrationOptions } from './data-source-options';
import type { Database } from './database';
import { isForbidden } from './database-failure';

async function withSource<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await new DataSource(migrationOptions(url)).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/** Brings the schema up to date and tells the names of the migrations that ran. Safe to repeat. */
export const migrate = (url: string): Promise<readonly string[]> =>
  withSource(url, async (source) => (await source.runMigrations()).map(({ name }) => name));

/** Undoes every migration; for checks on scratch databases. */
export const undoMigrations = (url: string): Promise<void> =>
  withSource(url, async (source) => {
    for (let undone = 0; undone < MIGRATIONS.length; undone += 1) await source.undoLastMigration();
  });

/** The statements that would make the schema equal to the entities; none when the migrations are complete. */
export const missingFromMigrations = (url: string): Promise<readonly string[]> =>
  withSource(url, async (source) => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  });

/**
 * True when the newest migration that this code knows has run; for the readiness probe. Newer ones do not matter: they
 * run before the code that needs them, while this code still serves, and each leaves it able to (expand, then contract).
 */
export async function isMigrated(db: Database): Promise<boolean> {
  const own = MIGRATIONS.at(-1)?.name;
  try {
    return (await db.read('intake', (tx) => tx.query('SELECT FROM migrations WHERE name = $1', [own]))).length === 1;
  } catch (error) {
    // Before the walls there was nobody who might look.
    if (isForbidden(error)) return false;
    throw error;
  }
}

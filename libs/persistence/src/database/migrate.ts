import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations';
import { migrationOptions } from './data-source-options';
import type { Database } from './database';

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

/** True when the newest migration that this code knows has run; for the readiness probe. */
export async function isMigrated(db: Database): Promise<boolean> {
  const [newest] = await db.read((tx) =>
    tx.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1'),
  );
  return newest?.name === MIGRATIONS.at(-1)?.name;
}

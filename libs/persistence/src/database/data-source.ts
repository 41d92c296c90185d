import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { migrationOptions } from './data-source-options';

// The classes that read settings belong to the programs, which this room may not import; no program of ours loads this
// file. The TypeORM CLI does, by itself, and hands nothing in: so this one setting is read here, and named when missing.
// eslint-disable-next-line no-restricted-syntax -- see above
const { DATABASE_URL } = process.env;
if (DATABASE_URL === undefined || DATABASE_URL === '') throw new Error('DATABASE_URL is not set');

/** What the TypeORM CLI works on: `typeorm migration:run -d libs/persistence/src/database/data-source.ts`. */
export default new DataSource(migrationOptions(DATABASE_URL));

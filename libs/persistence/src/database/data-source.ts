import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { migrationOptions } from './data-source-options';

// eslint-disable-next-line no-restricted-syntax -- the TypeORM CLI loads this file by itself and hands no settings in
const { DATABASE_URL } = process.env;
if (DATABASE_URL === undefined || DATABASE_URL === '') throw new Error('DATABASE_URL is not set');

/** What the TypeORM CLI works on: `typeorm migration:run -d libs/persistence/src/database/data-source.ts`. */
export default new DataSource(migrationOptions(DATABASE_URL));

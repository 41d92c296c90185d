export * from './database/database';
export * from './database/database-failure';
export * from './database/keyed-hash';
export * from './database/new-id';
export * from './refund/refund-process.types';

export * from './refund/refund-process.types';

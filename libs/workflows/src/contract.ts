/** The messages and names that others may know of the processes; carries no process itself. */
export * from './policy/back-test.contract';
export * from './reconciliation/reconciliation.contract';
export * from './refund/refund.contract';
export * from './refund/search-attributes';

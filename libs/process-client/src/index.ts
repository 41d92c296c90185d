export * from './send-command';
export * from './signal-process';
export * from './start-refund';
export * from './temporal-connection-options';
export * from './process-state';
export * from './schedule-reconciliation';
export * from './start-back-test';
export * from './start-reconciliation';

export * from './send-command';
export * from './signal-process';
export * from './start-refund';
export * from './temporal-connection-options';

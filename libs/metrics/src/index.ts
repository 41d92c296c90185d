export * from './metrics-page';
export * from './metrics-server';
export * from './open-metrics';

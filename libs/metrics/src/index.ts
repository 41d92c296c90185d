export { Metrics } from './metrics';
export { MetricsPage } from './metrics-page';

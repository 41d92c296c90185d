import { ShowChoice, ShowFlag } from '../docs/shown.decorator';
import type { Readiness } from './readiness';

export type Liveness = Readonly<{ status: 'live' }>;

export class LiveResource implements Liveness {
  @ShowChoice(['live']) readonly status!: 'live';
}

export class ReadyResource implements Readiness {
  @ShowChoice(['ready', 'degraded', 'not_ready']) readonly status!: Readiness['status'];
  @ShowChoice(['up', 'down', 'not_migrated']) readonly database!: Readiness['database'];
  @ShowChoice(['up', 'down']) readonly temporal!: Readiness['temporal'];
  @ShowFlag() readonly stopping!: boolean;
}

import type { WaitingFacts } from '@zikui/persistence';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { waitingMetrics } from './waiting-metrics';

/** How long facts are shown again before they are read anew, however often somebody asks. */
const KEPT_MS = 5_000;
/** The page does not wait longer for facts; it comes without them. */
const LIMIT_MS = 2_500;
/** The event loop is looked at ten times a second: looking costs the work that is looked at. */
const LOOP_PRECISION_MS = 100;

export type MetricsPageOptions = Readonly<{
  readFacts: () => Promise<WaitingFacts>;
  /** Told when facts could not be read. */ onFailure: (error: unknown) => void;
  keptMs?: number;
  limitMs?: number;
}>;

/** What this process is like and what waits in the database, as Prometheus text. */
export class MetricsPage {
  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE;
  private readonly registry = new Registry();
  private readonly factsUp: Gauge;
  private known: Readonly<{ text: Promise<string | null>; until: number }> | undefined;

  constructor(private readonly options: MetricsPageOptions) {
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: LOOP_PRECISION_MS });
    this.factsUp = new Gauge({
      name: 'zikui_facts_up',
      help: '1 when what waits in the database could be read; without it this page has only what the process knows of itself.',
      registers: [this.registry],
    });
  }

  /** Answers within a few seconds, whatever the database does. */
  async text(): Promise<string> {
    const facts = await this.withinLimit(this.facts());
    this.factsUp.set(facts === null ? 0 : 1);
    return `${await this.registry.metrics()}${facts ?? ''}`;
  }

  /** Whoever asks while facts are read waits for that same reading; a failure is kept as long as a success, so that askers do not press a database that is ill. */
  private facts(): Promise<string | null> {
    const now = performance.now();
    if (this.known !== undefined && now < this.known.until) return this.known.text;
    const text = this.options
      .readFacts()
      .then(waitingMetrics)
      .catch((error: unknown) => {
        this.options.onFailure(error);
        return null;
      });
    this.known = { text, until: Infinity };
    return text.finally(() => {
      this.known = { text, until: performance.now() + (this.options.keptMs ?? KEPT_MS) };
    });
  }

  private async withinLimit(facts: Promise<string | null>): Promise<string | null> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), this.options.limitMs ?? LIMIT_MS);
    });
    const first = await Promise.race([facts, limit]);
    clearTimeout(timer);
    return first;
  }
}

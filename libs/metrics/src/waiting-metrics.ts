import { DUE_STATUSES, HOLD_REASONS, LAW_PACKS, OPEN_STATUSES } from '@zikui/domain';
import { BOXES, SENDING_HOLD_REASONS, type DatesToPayBy, type Waiting, type WaitingFacts } from '@zikui/persistence';
import { Counter, Gauge, Registry } from 'prom-client';

/** Facts as Prometheus text, each with all values that its labels can have: what never happened is 0, so that its first time is a rise. */
export async function waitingMetrics(facts: WaitingFacts): Promise<string> {
  const registry = new Registry();
  const registers = [registry];
  const labelNames = ['jurisdiction', 'currency'];
  const missed = new Counter({
    ...{ name: 'zikui_legal_misses_total', registers, labelNames },
    help: 'Refunds by right whose money was not back at the end of the legal day.',
  });
  const near = new Gauge({
    ...{ name: 'zikui_legal_dates_near', registers, labelNames },
    help: 'Refunds by right whose legal day ends within 24 hours, money not back yet.',
  });
  for (const { count, ...labels } of everyLaw(facts.currencies, facts.missed)) missed.inc(labels, count);
  for (const { count, ...labels } of everyLaw(facts.currencies, facts.near)) near.set(labels, count);

  /** A count, and the age of what has waited longest. */
  const show = <Label extends string>(
    { name, what, label }: Readonly<{ name: string; what: string; label: readonly Label[] }>,
    rows: readonly (Waiting & Readonly<Record<Label, string>>)[],
  ): void => {
    const labels = [...label];
    const count = new Gauge({ name, help: `${what}: how many.`, labelNames: labels, registers });
    const oldest = new Gauge({
      ...{ name: `${name}_oldest_seconds`, labelNames: labels, registers },
      help: `${what}: age of the oldest, 0 without any.`,
    });
    for (const row of rows) {
      const values = Object.fromEntries(labels.map((key) => [key, row[key]])) as unknown as Record<Label, string>;
      count.set(values, row.count);
      oldest.set(values, row.oldestSeconds);
    }
  };
  show(
    { name: 'zikui_refunds_open', what: 'Refunds that have not ended, since they last changed', label: ['status'] },
    withAll('status', OPEN_STATUSES, facts.refunds),
  );
  show(
    { name: 'zikui_transfers_waiting', what: 'Transfers that are due and not settled', label: ['status'] },
    withAll('status', DUE_STATUSES, facts.transfers),
  );
  show(
    {
      name: 'zikui_transfers_held',
      what: 'Transfers that a dispute, switch, breaker or pause holds back',
      label: ['reason'],
    },
    withAll('reason', HOLD_REASONS, facts.held),
  );
  const scopes = (['house', 'merchant'] as const).flatMap((scope) =>
    withAll(
      'reason',
      SENDING_HOLD_REASONS,
      facts.holds.filter((hold) => hold.scope === scope),
    ).map((hold) => ({ ...hold, scope })),
  );
  show(
    { name: 'zikui_sending_holds', what: 'Switches, breakers and pauses in force', label: ['reason', 'scope'] },
    scopes,
  );
  show(
    { name: 'zikui_box', what: 'What lies in a box for delivery', label: ['box'] },
    withAll('box', BOXES, facts.boxes),
  );

  if (facts.sealSeconds !== null)
    new Gauge({
      ...{ name: 'zikui_audit_seal_age_seconds', registers },
      help: 'Since the audit log was last sealed; absent before the first seal.',
    }).set(facts.sealSeconds);
  return registry.metrics();
}

const LAWS = LAW_PACKS.map(({ version }) => version.split('-')[0] ?? version);

/** Each law with each currency, those without any as 0. */
function everyLaw(currencies: readonly string[], rows: readonly DatesToPayBy[]): readonly DatesToPayBy[] {
  const known = new Map(rows.map((row) => [`${row.jurisdiction} ${row.currency}`, row]));
  for (const jurisdiction of LAWS)
    for (const currency of currencies) {
      const key = `${jurisdiction} ${currency}`;
      if (!known.has(key)) known.set(key, { jurisdiction, currency, count: 0 });
    }
  return [...known.values()];
}

/** One row for each value that the label can have. */
const withAll = <Label extends string>(
  label: Label,
  values: readonly string[],
  rows: readonly (Waiting & Readonly<Record<Label, string>>)[],
): readonly (Waiting & Readonly<Record<Label, string>>)[] =>
  values.map(
    (value) =>
      rows.find((row) => row[label] === value) ??
      ({ count: 0, oldestSeconds: 0, [label]: value } as unknown as Waiting & Record<Label, string>),
  );

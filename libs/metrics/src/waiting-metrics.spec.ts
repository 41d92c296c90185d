import type { WaitingFacts } from '@zikui/persistence';
import { NOTHING_WAITS } from './waiting-facts.builder';
import { waitingMetrics } from './waiting-metrics';

const linesOf = async (facts: Partial<WaitingFacts>): Promise<readonly string[]> =>
  (await waitingMetrics({ ...NOTHING_WAITS, ...facts })).split('\n');
const seriesOf = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line !== '' && !line.startsWith('#'));

describe('what waits, as Prometheus text', () => {
  it('counts missed legal dates by law and currency, with 0 for each that never missed one', async () => {
    const lines = await linesOf({
      currencies: ['EUR', 'ILS'],
      missed: [{ jurisdiction: 'IL', currency: 'ILS', count: 2 }],
    });
    expect(lines).toContain('# TYPE zikui_legal_misses_total counter');
    expect(lines.filter((line) => line.startsWith('zikui_legal_misses_total{')).toSorted()).toEqual([
      'zikui_legal_misses_total{jurisdiction="EU",currency="EUR"} 0',
      'zikui_legal_misses_total{jurisdiction="EU",currency="ILS"} 0',
      'zikui_legal_misses_total{jurisdiction="IL",currency="EUR"} 0',
      'zikui_legal_misses_total{jurisdiction="IL",currency="ILS"} 2',
    ]);
  });

  it('keeps counting the misses of a currency whose policy is retired', async () =>
    expect(await linesOf({ missed: [{ jurisdiction: 'EU', currency: 'GBP', count: 1 }] })).toContain(
      'zikui_legal_misses_total{jurisdiction="EU",currency="GBP"} 1',
    ));

  it('tells how many wait in each state and how old the oldest is', async () => {
    const lines = await linesOf({
      refunds: [{ status: 'needs_review', count: 3, oldestSeconds: 7200.5 }],
      transfers: [{ status: 'in_doubt', count: 1, oldestSeconds: 60 }],
      boxes: [{ box: 'inbox', count: 4, oldestSeconds: 9 }],
    });
    for (const line of [
      'zikui_refunds_open{status="needs_review"} 3',
      'zikui_refunds_open_oldest_seconds{status="needs_review"} 7200.5',
      'zikui_refunds_open{status="requested"} 0',
      'zikui_transfers_waiting{status="in_doubt"} 1',
      'zikui_transfers_waiting_oldest_seconds{status="in_doubt"} 60',
      'zikui_transfers_waiting{status="pending"} 0',
      'zikui_box{box="inbox"} 4',
      'zikui_box_oldest_seconds{box="inbox"} 9',
      'zikui_box{box="starts"} 0',
    ])
      expect(lines).toContain(line);
  });

  it('shows what holds money back, apart for the house and for single merchants', async () => {
    const lines = await linesOf({
      holds: [
        { reason: 'kill_switch', scope: 'house', count: 1, oldestSeconds: 5 },
        { reason: 'breaker', scope: 'merchant', count: 2, oldestSeconds: 6 },
      ],
      held: [
        { reason: 'breaker', count: 7, oldestSeconds: 8 },
        { reason: 'dispute', count: 2, oldestSeconds: 9 },
      ],
    });
    for (const line of [
      'zikui_sending_holds{reason="kill_switch",scope="house"} 1',
      'zikui_sending_holds{reason="kill_switch",scope="merchant"} 0',
      'zikui_sending_holds{reason="breaker",scope="merchant"} 2',
      'zikui_sending_holds_oldest_seconds{reason="breaker",scope="merchant"} 6',
      'zikui_transfers_held{reason="breaker"} 7',
      'zikui_transfers_held{reason="dispute"} 2',
    ])
      expect(lines).toContain(line);
  });

  it('has no age of a seal before the first one', async () => {
    expect(await linesOf({})).not.toContainEqual(expect.stringContaining('zikui_audit_seal_age_seconds'));
    expect(await linesOf({ sealSeconds: 12 })).toContain('zikui_audit_seal_age_seconds 12');
  });

  it('has as many series while everything waits as while nothing does, and no label but those of the list', async () => {
    const quiet = seriesOf(await linesOf({ currencies: ['ILS'] }));
    const waiting = { count: 9, oldestSeconds: 9 };
    const busy = seriesOf(
      await linesOf({
        currencies: ['ILS'],
        missed: [{ jurisdiction: 'IL', currency: 'ILS', count: 9 }],
        refunds: [{ status: 'requested', ...waiting }],
        transfers: [{ status: 'planned', ...waiting }],
        held: [{ reason: 'breaker', ...waiting }],
        holds: [{ reason: 'breaker', scope: 'house', ...waiting }],
        boxes: [{ box: 'starts', ...waiting }],
      }),
    );
    expect(busy).toHaveLength(quiet.length);
    const labels = new Set(busy.flatMap((line) => [...line.matchAll(/(\w+)="/g)].map(([, name]) => name)));
    expect([...labels].toSorted()).toEqual(['box', 'currency', 'jurisdiction', 'reason', 'scope', 'status']);
  });
});

import { readFileSync } from 'node:fs';
import { FAILPOINT_NAMES } from '@zikui/failpoint';
import { mainOf } from '../../tools/local-stack/application';
import { WITH_FAILPOINTS } from '../../tools/local-stack/build';
import { PLANS_OF_THE_GATE } from './real/gate-plans';
import { keptPlans } from './real/kept-seeds';
import { reportText, type ChaosReport } from './real/report';
import { runSet } from './real/run-set';

const MINUTE_MS = 60_000;
/** No storm begins after that, which only a machine reaches that is many times too slow: what it leaves out is told, and then not missed. */
const LIMIT_MS = 8 * MINUTE_MS;
/** Of a slow machine, not of the product: its own limit is what `npm run chaos` keeps. */
const SETTLE_MS = 3 * MINUTE_MS;

/** What the four plans do not meet for sure; `npm run chaos` demands these too. */
const LEFT_TO_DRAWN_SEEDS: readonly string[] = [
  // Its news must be written, and not passed on until the process is over: that is a matter of seconds.
  'late_event_after_close',
  // A movement must be hidden from look-ups until its call was repeated.
  'key_replayed_by_the_gateway',
  // The stopped program must sleep until another one made its call, and look-ups may settle it before.
  'zombie_write_refused',
  'failpoint gw.overtaken',
  // The gateway must take back what had settled before the storm is over.
  'settled_then_reversed',
];

describe('storms on real processes', () => {
  let report: ChaosReport;
  beforeAll(
    async () => {
      report = await runSet({
        plans: PLANS_OF_THE_GATE,
        limitMs: LIMIT_MS,
        settleMs: SETTLE_MS,
        shrinks: false,
        keep: false,
        tell: (text) => void process.stderr.write(text.startsWith('seed') ? `${text}\n` : ''),
      });
      console.log(reportText(report));
    },
    LIMIT_MS + 3 * SETTLE_MS,
  );

  it('break no promise', () => expect(report.failed).toEqual([]));

  it('are storms: everything of the sometimes-list was met, unless time was up before', () => {
    const isWhole = report.seeds.length >= PLANS_OF_THE_GATE.length + keptPlans().length;
    expect(isWhole ? report.neverReached.filter((name) => !LEFT_TO_DRAWN_SEEDS.includes(name)) : []).toEqual([]);
    expect(report.refunds).toBeGreaterThan(0);
  });

  it.each(['api', 'worker'] as const)('leave no failpoint in the %s that is shipped', (name) => {
    const shipped = readFileSync(mainOf(name), 'utf8') + readFileSync(`${mainOf(name)}.map`, 'utf8');
    const stormed = readFileSync(mainOf(name, WITH_FAILPOINTS), 'utf8');
    for (const point of FAILPOINT_NAMES) {
      expect(shipped).not.toContain(point);
      expect(stormed).toContain(point);
    }
  });
});

import type { StackFile } from './state';
import { summary } from './summary';
import { table } from './table';

const STACK: StackFile = {
  api: 'http://127.0.0.1:3000',
  console: 'http://127.0.0.1:3000',
  temporal: '127.0.0.1:7233',
  temporalUi: 'http://127.0.0.1:7234',
  database: 'postgres://postgres:p@127.0.0.1:5433/zikui',
  gateway: 'http://127.0.0.1:3002',
  mailbox: 'http://127.0.0.1:3002/mailbox',
  metrics: ['http://127.0.0.1:9464/metrics', 'http://127.0.0.1:9465/metrics'],
  merchants: {
    demo: { id: 'mr_demo', createKey: 'zk_test_demo_create', decideKey: 'zk_test_demo_decide' },
    lab: { id: 'mr_lab', createKey: 'zk_test_lab_create', decideKey: 'zk_test_lab_decide' },
  },
  pids: { start: 1 },
};
const PAYMENT = { gatewayRef: 'pi_1', capturedAt: '2026-11-06T08:00:00.000Z' };

describe('the table of a start', () => {
  const text = summary(STACK, PAYMENT);

  it('shows every address and key', () => {
    const { api, temporalUi, database, gateway, mailbox, metrics, merchants } = STACK;
    const keys = Object.values(merchants).flatMap((one) => [one.id, one.createKey, one.decideKey]);
    for (const shown of [`${api}/v1`, `${api}/docs`, temporalUi ?? '', database, gateway, mailbox, ...metrics, ...keys])
      expect(text).toContain(shown);
  });

  it('says so when there is no Temporal Web here', () => {
    expect(summary({ ...STACK, temporalUi: null }, PAYMENT)).toContain(
      'none here; programs reach Temporal at 127.0.0.1:7233',
    );
  });

  it('sets the cells of each column under each other', () => {
    const rows = [
      ['API', 'x', 'last'],
      ['Temporal Web', 'yy', 'a last cell may be as long as it likes'],
      ['', 'z'],
    ];
    expect(table(rows)).toEqual([
      '  API           x   last',
      '  Temporal Web  yy  a last cell may be as long as it likes',
      '                z',
    ]);
  });
});

import { readFile } from 'node:fs/promises';
import { workflowBundle } from '../../environment/workflow-bundle';
import { eventually } from './eventually';
import { RefundLab } from './refund-lab';
import type { RunningRefund } from './running-refund';

const LIMIT_OF_CALL = "scheduleToCloseTimeout: '10 minutes'";

/** The workflows of the sources, whose calls give up on a queue that nobody serves after a second and not after ten minutes. */
async function hastyWorkflows(): Promise<{ code: string }> {
  const code = await readFile((await workflowBundle()).codePath, 'utf8');
  const hasty = code.replaceAll(LIMIT_OF_CALL, "scheduleToCloseTimeout: '1 second'");
  if (hasty === code) throw new Error('the limit of a call to the gateway stands somewhere else now');
  return { code: hasty };
}

describe('a queue of a gateway that is paused for longer than a call waits', () => {
  let lab: RefundLab;
  beforeAll(async () => {
    lab = await RefundLab.open({ workflows: hastyWorkflows(), servesGateway: false });
  });
  afterAll(() => lab.close());

  /** How many calls gave up because nobody took them. */
  const givenUp = async ({ handle }: RunningRefund): Promise<number> => {
    const { events } = await handle.fetchHistory();
    return (events ?? []).filter((event) => event.activityTaskTimedOutEventAttributes).length;
  };

  it('makes no money unknown: what was not sent stays planned, and moves once when the queue is served again', async () => {
    // As often as the schedule says, for as long as the test may take.
    const lookUpsMs = Array.from({ length: 60 }, (_, no) => 500 * (no + 1));
    const refund = await lab.start({ lookUpsMs });
    await eventually(async () => ((await givenUp(refund)) >= 2 ? true : undefined), 'two calls to give up');
    expect(refund.row.transfers).toMatchObject([{ status: 'planned', attempt: { no: 1, status: 'prepared' } }]);
    expect(lab.gateway.sent).toEqual([]);

    await lab.serveGateway();
    expect(await refund.result()).toBe('completed');
    expect(refund.row.history).toEqual(['requested', 'processing', 'completed']);
    expect(lab.gateway.sent).toHaveLength(1);
    expect(lab.gateway.movements()).toBe(1);
  });
});

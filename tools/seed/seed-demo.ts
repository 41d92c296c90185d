import { Client, Connection } from '@temporalio/client';
import { uuidOf } from '@zikui/domain';
import { changeDeadline, refundWorkflowId } from '@zikui/workflows/contract';
import type { StackFile } from '../local-stack/state';
import { DemoClient } from './demo-client';
import { partsOf, saleBody } from './demo-sale';
import { SCENARIOS, type Operator, type Scenario } from './scenarios';
import { keepTryPayment } from './try-payment';

/** Carries one refund into every state that exists, through the public API alone. What is there already is left alone. Tells what it did. */
export async function seedDemo(stack: StackFile, namespace: string): Promise<string> {
  const { demo, lab } = stack.merchants;
  if (demo === undefined || lab === undefined) throw new Error('The demo data need the merchants demo and lab');
  await keepTryPayment(new DemoClient(stack.api, stack.gateway, 'lab', lab));
  const client = new DemoClient(stack.api, stack.gateway, 'demo', demo);
  const connection = await Connection.connect({ address: stack.temporal });
  try {
    const operator = deadlines(new Client({ connection, namespace }), demo.id);
    const made = await Promise.all(SCENARIOS.map((scenario) => play(scenario, client, operator)));
    const count = made.filter(Boolean).length;
    return count === 0 ? 'the demo data are there from before' : `made ${count} demo refunds, one for every state`;
  } finally {
    await connection.close();
  }
}

async function play(scenario: Scenario, client: DemoClient, operator: Operator): Promise<boolean> {
  const reference = `demo-${scenario.name}`;
  if ((await client.find(reference)) !== undefined) return false;
  // A customer of its own each, so that one story's sums never change the approval of another.
  const { customer } = scenario.sale;
  const own = {
    ...customer,
    ref: `${customer.ref}-${scenario.name}`,
    email: `${customer.ref}.${scenario.name}@example.com`,
  };
  const sale = { ...scenario.sale, customer: own, saleRef: reference };
  const refs: string[] = [];
  for (const amount of partsOf(sale)) refs.push(await client.capture(amount, sale.currency));
  for (const fault of scenario.faults ?? []) await client.fault({ ...fault, match: { gatewayRef: refs[0] } });
  await client.putSale(reference, saleBody(sale, refs, Date.now()));
  const refund = await client.request(
    { saleRef: reference, externalRef: reference, ...scenario.request },
    `${reference}-request`,
  );
  await scenario.then?.(client, refund, operator);
  await client.until(refund.id, ({ status }) => status === scenario.ends, scenario.ends);
  return true;
}

/** Ends a running deadline now, as an operator can with the `changeDeadline` command of the process. */
function deadlines(client: Client, merchantId: string): Operator {
  const merchant = uuidOf('merchant', merchantId) ?? merchantId;
  return {
    endDeadline: async (refundId) => {
      const handle = client.workflow.getHandle(refundWorkflowId(merchant, uuidOf('refund', refundId) ?? refundId));
      const command = `demo-deadline-${refundId}`;
      await handle.executeUpdate(changeDeadline, {
        updateId: command,
        args: [{ command, actor: 'operator:demo', dueAtMs: Date.now() + 200 }],
      });
    },
  };
}

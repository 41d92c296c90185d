import type { StackFile } from '../local-stack/state';
import { DemoClient, type ShownRefund } from './demo-client';
import { DemoOperator } from './demo-operator';
import { partsOf, saleBody } from './demo-sale';
import { PlayedStories } from './played-stories';
import { SCENARIOS, type Operator, type Scenario } from './scenarios';
import { keepTryPayment } from './try-payment';

/** So many stories at once keep a small machine busy without keeping it from anything. */
const AT_ONCE = 3;
type Stage = Readonly<{ client: DemoClient; operator: Operator; played: PlayedStories }>;

/**
 * Carries one refund into every state that exists, through the public API alone. What a former start carried there is left
 * alone, wherever it went since; what it left half-way is carried on. Tells what it did; a story that fails is told with its
 * reason and tried again by the next start.
 */
export async function seedDemo(stack: StackFile, namespace: string): Promise<readonly string[]> {
  const { demo, lab } = stack.merchants;
  if (demo === undefined || lab === undefined) throw new Error('The demo data need the merchants demo and lab');
  await keepTryPayment(new DemoClient(stack.api, stack.gateway, 'lab', lab));
  const client = new DemoClient(stack.api, stack.gateway, 'demo', demo);
  const operator = await DemoOperator.connect(stack.temporal, namespace, demo.id);
  try {
    return await playAll({ client, operator, played: new PlayedStories() });
  } finally {
    await operator.close();
  }
}

async function playAll(stage: Stage): Promise<readonly string[]> {
  const left = [...SCENARIOS];
  const failures: string[] = [];
  let made = 0;
  const player = async (): Promise<void> => {
    for (let scenario = left.shift(); scenario !== undefined; scenario = left.shift()) {
      try {
        if (await play(scenario, stage)) made += 1;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        failures.push(`the demo refund ${scenario.name} did not become ${scenario.ends}: ${reason}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, player));
  const rest = SCENARIOS.length - made - failures.length;
  const done =
    made === 0 ? `${rest} demo refunds are there from before` : `made ${made} demo refunds, one for every state`;
  return made + rest === 0 ? failures : [done, ...failures];
}

async function play(scenario: Scenario, { client, operator, played }: Stage): Promise<boolean> {
  const found = await client.find(referenceOf(scenario));
  if (found !== undefined && played.has(found.id)) return false;
  const refund = found ?? (await requested(scenario, client));
  if (refund.status !== scenario.ends || found === undefined) await scenario.act?.(client, refund, operator);
  await client.until(refund.id, ({ status }) => status === scenario.ends, scenario.ends);
  played.add(refund.id);
  return true;
}

async function requested(
  { sale, faults = [], request, ...scenario }: Scenario,
  client: DemoClient,
): Promise<ShownRefund> {
  const gatewayRefs: string[] = [];
  for (const amount of partsOf(sale)) gatewayRefs.push(await client.capture(amount, sale.currency));
  for (const fault of faults) await client.fault({ ...fault, match: { gatewayRef: gatewayRefs[0] } });
  await client.putSale(sale.saleRef, saleBody(sale, gatewayRefs, Date.now()));
  const externalRef = referenceOf(scenario);
  return client.request({ saleRef: sale.saleRef, externalRef, ...request }, `${externalRef}-request`);
}

const referenceOf = ({ name }: Pick<Scenario, 'name'>): string => `demo-${name}`;

import { describeGateway, type GatewayWorld } from '../../../libs/connectors/src/gateways/conformance';
import { startSandbox, type StartedSandbox } from '../sandbox/started-sandbox';
import { stripeWorld } from './stripe-world';

let sandbox: StartedSandbox;
let world: GatewayWorld;

beforeAll(async () => {
  sandbox = await startSandbox();
  world = stripeWorld(sandbox);
});
afterAll(() => sandbox.stop());

describeGateway('Stripe', () => world);

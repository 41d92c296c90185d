import { describeGateway } from './gateway-conformance';
import { worldOver } from './worlds/open-world';
import { stripeWorld } from './worlds/stripe-world';

const { enter, leave } = worldOver(stripeWorld);
describeGateway('Stripe', enter, leave);

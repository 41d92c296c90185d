import { describeGateway } from './gateway-conformance';
import { worldOver } from './worlds/open-world';
import { payPalWorld } from './worlds/paypal-world';

const { enter, leave } = worldOver(payPalWorld);
describeGateway('PayPal', enter, leave);

import { describeGateway } from './gateway-conformance';
import { adyenWorld } from './worlds/adyen-world';
import { worldOver } from './worlds/open-world';

const { enter, leave } = worldOver(adyenWorld);
describeGateway('Adyen', enter, leave);

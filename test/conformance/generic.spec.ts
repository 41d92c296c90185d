import { describeGateway } from './gateway-conformance';
import { genericWorld } from './worlds/generic-world';
import { worldOver } from './worlds/open-world';

const { enter, leave } = worldOver(genericWorld);
describeGateway('The contract for local acquirers', enter, leave);

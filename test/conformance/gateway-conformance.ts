import { Exam, type Questions } from './exam';
import type { GatewayWorld } from './gateway-world';
import { ANNOUNCEMENTS } from './questions/announcements';
import { ANSWERS } from './questions/answers';
import { DISPUTES } from './questions/disputes';
import { KEYS } from './questions/keys';
import { LISTS } from './questions/lists';
import { LOOK_UPS } from './questions/look-ups';
import { UNKNOWNS } from './questions/unknowns';

/** What the docstrings of the port promise, question by question. */
export const EXAM = {
  ...ANSWERS,
  ...KEYS,
  ...UNKNOWNS,
  ...LOOK_UPS,
  ...ANNOUNCEMENTS,
  ...DISPUTES,
  ...LISTS,
} satisfies Questions;

/** The exam of every adapter, against a world that answers over the network. A question that does not concern it is not asked. */
export function describeGateway(name: string, enter: () => Promise<GatewayWorld>, leave: () => Promise<void>): void {
  describe(`${name} keeps the gateway contract`, () => {
    let world: GatewayWorld;
    beforeAll(async () => {
      world = await enter();
    });
    afterAll(leave);

    for (const [asks, { concerns, check }] of Object.entries<Questions[string]>(EXAM))
      it(asks, async () => {
        if (concerns?.(world) ?? true) await check(new Exam(world));
      });
  });
}

import { startSandbox, type StartedSandbox } from '../../unit/sandbox/started-sandbox';
import type { GatewayWorld } from '../gateway-world';
import { openAnnouncementBox, type AnnouncementBox } from './announcement-box';

export type OpenWorld = Readonly<{ enter: () => Promise<GatewayWorld>; leave: () => Promise<void> }>;

/** A world over a sandbox of its own, with a receiver for what it announces. */
export function worldOver(make: (sandbox: StartedSandbox, box: AnnouncementBox) => Promise<GatewayWorld>): OpenWorld {
  const opened: (() => Promise<void>)[] = [];
  return {
    async enter() {
      const sandbox = await startSandbox();
      const box = await openAnnouncementBox();
      opened.push(
        () => box.close(),
        () => sandbox.stop(),
      );
      return make(sandbox, box);
    },
    async leave() {
      for (const close of opened.reverse()) await close();
    },
  };
}

import type { Edge } from './edges';
import type { MemberName, StormStack } from './storm-stack';
import type { Dependency, Item } from './item';

/** The part of the stack that is away with a dependency: a way to it, or a program of ours. */
const PART = {
  mail: 'worker-smtp',
  carrier: 'worker-carrier',
  gateway: 'worker-gateway',
  worker: 'worker2',
} as const satisfies Record<Dependency, Edge | MemberName>;

/** One dependency that is dead from the first item on, and long after everything else was healed. */
export class Absence {
  constructor(
    private readonly stack: StormStack,
    private readonly of: Dependency | null,
  ) {}

  get parts(): readonly (Edge | MemberName)[] {
    return this.of === null ? [] : [PART[this.of]];
  }

  /** Whether an item may wait for what is away. One worker of two is no excuse. */
  holdsUp({ needs }: Item): boolean {
    return this.of !== null && this.of !== 'worker' && needs.includes(this.of);
  }

  async begin(): Promise<void> {
    if (this.of === 'worker') await this.stack.members.worker2.leave('SIGKILL');
    else if (this.of !== null) await this.stack.edges[PART[this.of]].set('refuse');
  }

  async end(): Promise<void> {
    if (this.of === 'worker') await this.stack.members.worker2.start();
    else if (this.of !== null) await this.stack.edges[PART[this.of]].set('pass');
  }
}

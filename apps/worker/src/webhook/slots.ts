type Try = { endpointId: string; failing: boolean; since: number };

/** A try that takes longer than this has given its place back: what hangs costs a socket, and no other endpoint its turn. */
const SLOW_MS = 1_000;
/** Tries at once, hanging ones too, for each place. */
const MOST_PER_PLACE = 4;

/**
 * Places for tries at once, of two kinds: for endpoints that are well, and, a fifth, for those whose last try failed. So an
 * endpoint that is dead takes no place from the others: neither in the ten seconds until it is known, nor afterwards.
 */
export class Slots {
  private readonly tries = new Set<Try>();
  private readonly places: Readonly<{ well: number; failing: number }>;

  constructor(
    private readonly total: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    const failing = Math.max(1, Math.floor(total / 5));
    this.places = { well: total - failing, failing };
  }

  /** How many tries of that kind may begin now. */
  free(failing: boolean): number {
    const slowSince = this.now() - SLOW_MS;
    const taken = [...this.tries].filter((one) => one.failing === failing && one.since > slowSince).length;
    const places = failing ? this.places.failing : this.places.well;
    return Math.max(0, Math.min(places - taken, this.total * MOST_PER_PLACE - this.tries.size));
  }

  /** Endpoints that something is on its way to. */
  get busy(): readonly string[] {
    return [...new Set([...this.tries].map(({ endpointId }) => endpointId))];
  }

  /** Takes a place until the returned function is called. */
  take(endpointId: string, failing: boolean): () => void {
    const one = { endpointId, failing, since: this.now() };
    this.tries.add(one);
    return () => void this.tries.delete(one);
  }
}

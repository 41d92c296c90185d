export type LoopResult = Readonly<{
  count: number;
  seconds: number;
  perSecond: number;
  latenciesMs: readonly number[];
}>;

/** Runs `count` jobs with `clients` in flight, each client starting its next job when its last one ended. Any failure fails the run. */
export async function closedLoop(
  count: number,
  clients: number,
  job: (no: number, client: number) => Promise<void>,
): Promise<LoopResult> {
  const latenciesMs: number[] = [];
  let next = 0;
  const started = performance.now();
  const run = async (_: unknown, client: number): Promise<void> => {
    while (next < count) {
      const no = next++;
      const begin = performance.now();
      await job(no, client);
      latenciesMs.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: Math.min(clients, count) }, run));
  const seconds = (performance.now() - started) / 1000;
  return { count, seconds, perSecond: count / seconds, latenciesMs };
}

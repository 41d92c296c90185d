export type BenchSettings = Readonly<{
  quick: boolean;
  json: boolean;
  repetitions: number;
  refunds: number;
  concurrencies: readonly number[];
  latenciesMs: readonly number[];
  /** How many refunds wait at once, and how many are stored, when memory and size are measured. */
  waiting: number;
  stored: number;
  /** Where api and worker leave a CPU profile each, for whoever asks where the time goes. */ profiles:
    string | undefined;
}>;

/** `--quick` for CI: one small repetition that gates on counts only. `--json` prints one line last. */
export function readBenchSettings(args: readonly string[]): BenchSettings {
  const text = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const list = (name: string): readonly number[] | undefined => {
    const numbers = text(name)?.split(',').map(Number);
    if (numbers?.some((number) => !Number.isInteger(number) || number < 0))
      throw new Error(`${name} takes whole numbers, with commas between them`);
    return numbers;
  };
  const value = (name: string): number | undefined => {
    const [number] = list(name) ?? [];
    if (number === 0) throw new Error(`${name} takes a whole number above 0`);
    return number;
  };
  const quick = args.includes('--quick');
  return {
    quick,
    json: args.includes('--json'),
    repetitions: value('--repetitions') ?? (quick ? 1 : 5),
    refunds: value('--refunds') ?? (quick ? 60 : 160),
    concurrencies: list('--clients') ?? (quick ? [16] : [1, 16, 64]),
    latenciesMs: list('--latencies') ?? (quick ? [20] : [20, 0]),
    waiting: value('--waiting') ?? 10_000,
    stored: value('--stored') ?? 1_000_000,
    profiles: text('--profiles'),
  };
}

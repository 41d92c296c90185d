export type BenchSettings = Readonly<{
  quick: boolean;
  json: boolean;
  repetitions: number;
  refunds: number;
  concurrencies: readonly number[];
  latenciesMs: readonly number[];
}>;

/** `--quick` for CI: one small repetition that gates on counts only. `--json` prints one line last. */
export function readBenchSettings(args: readonly string[]): BenchSettings {
  const value = (name: string): number | undefined => {
    const index = args.indexOf(name);
    if (index < 0) return undefined;
    const number = Number(args[index + 1]);
    if (!Number.isInteger(number) || number < 1) throw new Error(`${name} takes a whole number above 0`);
    return number;
  };
  const quick = args.includes('--quick');
  return {
    quick,
    json: args.includes('--json'),
    repetitions: value('--repetitions') ?? (quick ? 1 : 5),
    refunds: value('--refunds') ?? (quick ? 60 : 160),
    concurrencies: quick ? [16] : [1, 16, 64],
    latenciesMs: quick ? [20] : [20, 0],
  };
}

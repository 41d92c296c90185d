export type Evidence = Readonly<Record<string, string | number | null>>;

/** Thrown by an adapter that was answered, but not in a way that settles or declines; the registry makes it an unknown outcome. */
export class UnclearAnswer extends Error {
  override readonly name = 'UnclearAnswer';
  constructor(
    readonly reason: string,
    readonly evidence: Evidence,
  ) {
    super(reason);
  }
}

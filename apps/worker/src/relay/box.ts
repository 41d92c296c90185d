/** Something that a relay empties: starts, signals, commands. */
export interface Box {
  readonly name: string;
  /** Delivers up to `limit` of what is due and gives how many it took. What fails is offered again later. */
  deliver(limit: number): Promise<number>;
}

/** Hands each item on by itself: one that fails is told of and holds up no other. */
export async function deliverEach<T>(
  items: readonly T[],
  deliver: (item: T) => Promise<void>,
  failed: (item: T, error: unknown) => void | Promise<void>,
): Promise<number> {
  await Promise.all(
    items.map(async (item) => {
      try {
        await deliver(item);
      } catch (error) {
        await failed(item, error);
      }
    }),
  );
  return items.length;
}

/** What a log may say of an error: its own words may quote a payload. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'error');

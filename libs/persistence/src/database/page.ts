/** One page of a list. `next` continues after it; null when there is no more. */
export type Page<T> = Readonly<{ items: readonly T[]; next: string | null }>;

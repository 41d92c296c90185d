/** Remembers answers for a short while. Loading that fails is not remembered; concurrent askers share one loading. */
export class TimedCache<T> {
  private readonly entries = new Map<string, Readonly<{ value: Promise<T>; until: number }>>();

  constructor(
    private readonly options: Readonly<{ milliseconds: number; limit: number }>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.entries.get(key);
    if (known && known.until > this.now()) return known.value;
    const value = load();
    this.remember(key, value);
    value.catch(() => this.forget(key, value));
    return value;
  }

  delete(key: string): void {
    this.entries.delete(key);
  }

  private remember(key: string, value: Promise<T>): void {
    this.entries.delete(key);
    // A Map keeps the order of insertion: the first key is the oldest.
    const [oldest] = this.entries.keys();
    if (oldest !== undefined && this.entries.size >= this.options.limit) this.entries.delete(oldest);
    this.entries.set(key, { value, until: this.now() + this.options.milliseconds });
  }
  private forget(key: string, value: Promise<T>): void {
    if (this.entries.get(key)?.value === value) this.entries.delete(key);
  }
}

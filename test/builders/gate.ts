/** A point that some wait at until another opens it. */
export class Gate {
  private resolve: (() => void) | undefined;
  readonly opened = new Promise<void>((resolve) => (this.resolve = resolve));

  open(): void {
    this.resolve?.();
  }
}

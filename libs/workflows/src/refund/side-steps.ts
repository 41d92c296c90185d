/** Steps that run beside the procedure: it goes on without them and waits for them only before it ends. */
export class SideSteps {
  private readonly steps: Promise<void>[] = [];
  private failure: { readonly error: unknown } | undefined;

  begin(step: Promise<void>): void {
    this.steps.push(
      step.catch((error: unknown) => {
        this.failure ??= { error };
      }),
    );
  }

  get hasFailed(): boolean {
    return this.failure !== undefined;
  }

  /** Throws what a step threw: a defect must stop the process loudly, not leave it waiting. */
  check(): void {
    if (this.failure) throw this.failure.error;
  }

  async ended(): Promise<void> {
    await Promise.all(this.steps);
    this.check();
  }
}

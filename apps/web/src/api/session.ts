type Listener = () => void;

/** What this page knows of its session, in memory alone: nothing of it outlives the page. */
class Session {
  private token: string | null = null;
  private isOver = false;
  private readonly listeners = new Set<Listener>();

  /** What calls that change something repeat, as `GET /v1/me` told it. */
  get pageToken(): string | null {
    return this.token;
  }

  /** Whether the session ended while the page was in use: somebody has to sign in again before it goes on. */
  get ended(): boolean {
    return this.isOver;
  }

  began(token: string): void {
    this.token = token;
    this.set(false);
  }

  /** The first call of a page that nobody signed in for is no end. */
  refused(): void {
    if (this.token !== null) this.set(true);
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  private set(isOver: boolean): void {
    if (this.isOver === isOver) return;
    this.isOver = isOver;
    for (const tell of this.listeners) tell();
  }
}

export const session = new Session();

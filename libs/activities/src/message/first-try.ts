/** At most this many mails are tried inside processes at once in one program. */
const MOST_AT_ONCE = 16;
/** How long a process waits for its first try; the next message of the process would wait as long. */
export const FIRST_TRY_MS = 2_000;
/** After a try without success nobody else waits in vain for so long. */
const PAUSE_MS = 30_000;

/**
 * Decides who may try a mail at once, so that a slow or absent mail server never slows processes down: the rest, and
 * everybody during a pause, take the long way through the queue of messages.
 */
export class FirstTries {
  private running = 0;
  private pausedUntilMs = 0;

  constructor(private readonly now: () => number) {}

  /** Runs `send` unless too many run or the mail server was just found wanting; `later` is for the long way. Never throws. */
  async run<Outcome>(send: () => Promise<Outcome | 'not_taken'>): Promise<Exclude<Outcome, 'not_taken'> | 'later'> {
    if (this.running >= MOST_AT_ONCE || this.now() < this.pausedUntilMs) return 'later';
    this.running += 1;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'later'>((resolve) => {
      timer = setTimeout(() => resolve('later'), FIRST_TRY_MS);
    });
    // A try that comes to its end behind our back counts until then, and is found done by the long way.
    const sent = send()
      .catch((): 'not_taken' => 'not_taken')
      .finally(() => {
        clearTimeout(timer);
        this.running -= 1;
      });
    const outcome = await Promise.race([sent, late]);
    if (outcome !== 'not_taken' && outcome !== 'later') return outcome as Exclude<Outcome, 'not_taken'>;
    this.pause();
    return 'later';
  }

  private pause(): void {
    this.pausedUntilMs = this.now() + PAUSE_MS;
  }
}

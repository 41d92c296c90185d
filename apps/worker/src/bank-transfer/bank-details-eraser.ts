import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { EraseBankDetailsStore, RefundDraftStore } from '@zikui/persistence';
import { Env } from '../env';
import { nameOf } from '../relay/box';

const HOUR_MS = 3_600_000;
const AT_ONCE = 500;

/** Erases, each hour, what of customers was kept long enough: bank details, and forms that somebody had begun. Any number of workers may do so at once. */
@Injectable()
export class BankDetailsEraser implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('BankDetails');
  private timer: NodeJS.Timeout | undefined;
  private erasing: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly env: Env,
    private readonly details: EraseBankDetailsStore,
    private readonly drafts: RefundDraftStore,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.WORKER_ROLES.includes('ops')) this.next(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.erasing;
  }

  private next(afterMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.erasing = this.erase().then((isFull) => this.next(isFull ? 0 : HOUR_MS));
    }, afterMs);
  }

  /** True when more is likely there. What could not be erased is tried again in an hour. */
  private async erase(): Promise<boolean> {
    try {
      const [erased, swept] = await Promise.all([this.details.erase(AT_ONCE), this.drafts.sweep(AT_ONCE)]);
      if (erased > 0) this.log.log({ erased }, 'Bank details were erased');
      if (swept > 0) this.log.log({ swept }, 'Drafts of refunds were swept');
      return Math.max(erased, swept) >= AT_ONCE;
    } catch (error) {
      this.log.warn({ error: nameOf(error) }, 'Bank details or drafts could not be erased');
      return false;
    }
  }
}

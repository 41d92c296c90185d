import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { AuditSealStore } from '@zikui/persistence';
import { Env } from '../env';
import { nameOf } from '../relay/box';

const MINUTE_MS = 60_000;

/** Seals the book of what people did, each hour, and writes each seal to the log too: whoever changes the database later cannot change what was logged. */
@Injectable()
export class AuditSeals implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('AuditSeal');
  private timer: NodeJS.Timeout | undefined;
  private sealing: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly env: Env,
    private readonly seals: AuditSealStore,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.WORKER_ROLES.includes('ops')) this.next(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.sealing;
  }

  private next(afterMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.sealing = this.seal().then(() => this.next(Math.min(MINUTE_MS, this.env.AUDIT_SEAL_EVERY_MS)));
    }, afterMs);
  }

  /** Any number of workers make one seal an hour. One that could not be made is made a minute later. */
  private async seal(): Promise<void> {
    try {
      const seal = await this.seals.sealIfDue(this.env.AUDIT_SEAL_EVERY_MS);
      if (seal) this.log.log({ seal, publicKey: this.seals.publicKey }, 'The audit log was sealed');
    } catch (error) {
      this.log.warn({ error: nameOf(error) }, 'The audit log could not be sealed');
    }
  }
}

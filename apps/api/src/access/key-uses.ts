import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ApiKeyStore } from '@zikui/persistence';
import { Env } from '../env';

/** Remembers which keys were used and writes it down now and then: no call waits for that. */
@Injectable()
export class KeyUses implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('KeyUses');
  private readonly used = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly keys: ApiKeyStore,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.write(), this.env.KEY_USE_EVERY_MS).unref();
  }

  note(keyId: string): void {
    this.used.add(keyId);
  }

  /** The last uses go with the process: `last used` is to the minute, and for people. */
  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async write(): Promise<void> {
    if (this.used.size === 0) return;
    const ids = [...this.used];
    this.used.clear();
    try {
      await this.keys.used(ids);
    } catch (error) {
      this.log.warn({ err: error }, 'Which keys were used could not be noted');
    }
  }
}

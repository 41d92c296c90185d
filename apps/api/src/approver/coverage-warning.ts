import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { RefundError } from '@zikui/domain';
import { CoverageStore } from '@zikui/persistence';

/** Says at boot which approvals and acts of two persons hang on nobody or on one person, so that nobody learns it from a refund that waits. */
@Injectable()
export class CoverageWarning implements OnApplicationBootstrap {
  private readonly log = new Logger('Approvals');

  constructor(private readonly coverage: CoverageStore) {}

  async onApplicationBootstrap(): Promise<void> {
    try {
      for (const { slug, steps, acts } of await this.coverage.all()) {
        for (const { policy, currency, rule, step, asks, verdict } of steps)
          this.log.warn({ merchant: slug, policy, currency, rule, step, asks, verdict }, 'Too few persons can approve');
        for (const { act, verdict } of acts)
          this.log.warn({ merchant: slug, act, verdict }, 'Too few persons can do what needs a second one');
      }
    } catch (error) {
      // The service accepts refunds while its database is away for a moment; this can be asked for later.
      if (!(error instanceof RefundError)) throw error;
      this.log.warn({ code: error.code }, 'Who can approve could not be looked up');
    }
  }
}

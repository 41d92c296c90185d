import { Injectable, Logger } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { BackTestRunStore, type DueBackTest } from '@zikui/persistence';
import { startBackTest } from '@zikui/process-client';
import { deliverEach, nameOf, type Box } from './box';

const LIMIT_MS = 5_000;

/** Starts back-tests whose api could not, and those that were lost. One that runs needs nothing. */
@Injectable()
export class BackTestRelay implements Box {
  readonly name = 'back-tests';
  private readonly log = new Logger('Relay');

  constructor(
    private readonly client: Client,
    private readonly runs: BackTestRunStore,
  ) {}

  async deliver(limit: number): Promise<number> {
    return deliverEach(
      await this.runs.due(limit),
      (due: DueBackTest) => startBackTest(this.client, due, LIMIT_MS).then(() => undefined),
      ({ backTestId }, error) => this.log.warn({ backTestId, error: nameOf(error) }, 'A back-test was not started'),
    );
  }
}

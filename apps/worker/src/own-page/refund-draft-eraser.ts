import { Injectable } from '@nestjs/common';
import { RefundDraftStore } from '@zikui/persistence';
import { Env } from '../env';
import { HourlyEraser } from '../relay/hourly-eraser';

/** Erases drafts of refunds that are over or whose customer was erased. */
@Injectable()
export class RefundDraftEraser extends HourlyEraser {
  constructor(
    env: Env,
    private readonly drafts: RefundDraftStore,
  ) {
    super(env, 'Drafts of refunds');
  }

  protected eraseSome(most: number): Promise<number> {
    return this.drafts.sweep(most);
  }
}

import { Injectable } from '@nestjs/common';
import { EraseBankDetailsStore } from '@zikui/persistence';
import { Env } from '../env';
import { HourlyEraser } from '../relay/hourly-eraser';

/** Erases the bank details of customers that were kept long enough. */
@Injectable()
export class BankDetailsEraser extends HourlyEraser {
  constructor(
    env: Env,
    private readonly details: EraseBankDetailsStore,
  ) {
    super(env, 'Bank details');
  }

  protected eraseSome(most: number): Promise<number> {
    return this.details.erase(most);
  }
}

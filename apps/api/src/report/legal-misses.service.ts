import { Injectable } from '@nestjs/common';
import { daysBetween, RefundError, type Principal } from '@zikui/domain';
import { LegalMissesStore, type LegalMisses } from '@zikui/persistence';
import type { LegalMissesDto } from './legal-misses.dto';

const MOST_DAYS = 366;

@Injectable()
export class LegalMissesService {
  constructor(private readonly misses: LegalMissesStore) {}

  /** Throws `invalid_request` when the days are turned round or too many. */
  async byDay(
    { merchantId }: Principal,
    { fromDay, toDay }: LegalMissesDto,
  ): Promise<Readonly<{ items: readonly LegalMisses[] }>> {
    const days = daysBetween(fromDay, toDay);
    if (days < 0 || days > MOST_DAYS)
      throw new RefundError('invalid_request', {}, [{ pointer: '/toDay', code: 'invalid_field', detail: 'range' }]);
    return { items: await this.misses.byDay(merchantId, { fromDay, toDay }) };
  }
}

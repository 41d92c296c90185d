import { Injectable } from '@nestjs/common';
import { publicId, type Principal } from '@zikui/domain';
import { PortalPageStore } from '@zikui/persistence';
import { found } from '../error/found';
import { customerAnswer, type CustomerAnswer } from './customer-answer';

@Injectable()
export class CustomerAnswerService {
  constructor(private readonly pages: PortalPageStore) {}

  /** Throws `refund_not_found`. An erased customer who asks by telephone is told what his page says, too. */
  async find({ merchantId }: Principal, refundId: string): Promise<CustomerAnswer> {
    const refund = publicId('refund', refundId);
    const page = found(await this.pages.find({ merchantId, refundId }), 'refund_not_found', { refund });
    return {
      locale: page.locale,
      isErased: page.isErased,
      text: { he: customerAnswer(page, 'he'), en: customerAnswer(page, 'en') },
    };
  }
}

import { Module } from '@nestjs/common';
import { RefundController } from './refund.controller';
import { RefundLinks } from './refund-links';
import { RefundService } from './refund.service';

@Module({
  controllers: [RefundController],
  providers: [RefundLinks, RefundService],
  exports: [RefundLinks, RefundService],
})
export class RefundModule {}

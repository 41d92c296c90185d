import { Module } from '@nestjs/common';
import { RefundExportController } from './refund-export.controller';
import { RefundExportService } from './refund-export.service';
import { RefundController } from './refund.controller';
import { RefundLinks } from './refund-links';
import { RefundService } from './refund.service';

@Module({
  // `export` before the one that takes any name for an id.
  controllers: [RefundExportController, RefundController],
  providers: [RefundExportService, RefundLinks, RefundService],
  exports: [RefundLinks, RefundService],
})
export class RefundModule {}

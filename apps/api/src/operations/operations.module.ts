import { Module } from '@nestjs/common';
import { RefundModule } from '../refund/refund.module';
import { OperationsController } from './operations.controller';
import { OperationsService } from './operations.service';

@Module({ imports: [RefundModule], controllers: [OperationsController], providers: [OperationsService] })
export class OperationsModule {}

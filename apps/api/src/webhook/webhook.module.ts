import { Module } from '@nestjs/common';
import { WakeProcess } from './wake-process';
import { WebhookController } from './webhook.controller';
import { WebhookService } from './webhook.service';

@Module({ controllers: [WebhookController], providers: [WakeProcess, WebhookService] })
export class WebhookModule {}

import { Module } from '@nestjs/common';
import { OwnPageService } from './own-page.service';
import { RefundDraftController } from './refund-draft.controller';
import { RefundWatchController } from './refund-watch.controller';
import { SavedViewController } from './saved-view.controller';

@Module({
  controllers: [RefundDraftController, RefundWatchController, SavedViewController],
  providers: [OwnPageService],
})
export class OwnPageModule {}

import { VIEWED_PAGES, type RefundDraft, type SavedView, type ViewedPage } from '@zikui/persistence';
import { ShowChoice, ShowInstant, ShowMany, ShowText } from '../docs/shown.decorator';

export class RefundDraftResource implements RefundDraft {
  @ShowText() readonly id!: string;
  @ShowText() readonly form!: string;
  @ShowInstant() readonly updatedAt!: string;
  @ShowInstant({ about: 'It is gone then, unless it is kept again.' }) readonly expiresAt!: string;
}

export class SavedViewResource implements SavedView {
  @ShowText({ example: 'sv_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowChoice(VIEWED_PAGES) readonly page!: ViewedPage;
  @ShowText() readonly name!: string;
  @ShowText() readonly query!: string;
  @ShowInstant() readonly createdAt!: string;
}

export class SavedViewList {
  @ShowMany(() => SavedViewResource) readonly items!: readonly SavedView[];
}

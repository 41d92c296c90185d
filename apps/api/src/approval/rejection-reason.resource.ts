import { REJECTION_CODES, REJECTION_REASONS, type RejectionCode } from '@zikui/domain';
import { ShowChoice, ShowFlag, ShowText } from '../docs/shown.decorator';

export class RejectionReasonResource {
  @ShowChoice(REJECTION_CODES) readonly code!: RejectionCode;
  @ShowFlag({ about: 'A ground of the law: only such a one rejects a statutory refund.' }) readonly legal!: boolean;
  @ShowText({ about: 'What the customer reads.' }) readonly he!: string;
  @ShowText() readonly en!: string;
}

/** As it is shown; the class beside it describes it. */
export type ShownReason = Omit<RejectionReasonResource, never>;

/** What a rejection may give as its reason, with the sentence that the customer reads. */
export const SHOWN_REASONS: readonly ShownReason[] = REJECTION_CODES.map((code) => ({
  code,
  ...REJECTION_REASONS[code],
}));

import {
  errorSentence,
  REFUND_ACTIONS,
  type ActionVerdict,
  type ErrorCode,
  type ErrorValues,
  type RefundAction,
} from '@zikui/domain';
import { ShowChoice, ShowFlag, ShowMap, ShowOne, ShowText } from '../docs/shown.decorator';

class WhyNotResource {
  @ShowText({ about: 'A code of the error catalogue.', example: 'self_approval' }) readonly code!: ErrorCode;
  @ShowMap() readonly values!: ErrorValues;
  @ShowText() readonly he!: string;
  @ShowText() readonly en!: string;
}

/** As it is shown; the class beside it describes it. */
type WhyNot = Omit<WhyNotResource, never>;

export class RefundActionResource {
  @ShowChoice(REFUND_ACTIONS) readonly action!: RefundAction;
  @ShowFlag({ about: 'Whether you may do it now.' }) readonly allowed!: boolean;
  @ShowOne(() => WhyNotResource, { nullable: true, about: 'Why not, as a call would be refused now.' })
  readonly reason!: WhyNot | null;
}

export type ShownAction = Omit<RefundActionResource, never>;
export const shownAction = ({ action, refusal }: ActionVerdict): ShownAction => ({
  action,
  allowed: refusal === null,
  reason: refusal && {
    ...refusal,
    he: errorSentence(refusal.code, refusal.values, 'he'),
    en: errorSentence(refusal.code, refusal.values, 'en'),
  },
});

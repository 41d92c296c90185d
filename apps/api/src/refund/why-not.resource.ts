import { errorSentence, type DecisionRefusal, type ErrorCode, type ErrorValues } from '@zikui/domain';
import { ShowMap, ShowText } from '../docs/shown.decorator';

export class WhyNotResource {
  @ShowText({ about: 'A code of the error catalogue.', example: 'self_approval' }) readonly code!: ErrorCode;
  @ShowMap() readonly values!: ErrorValues;
  @ShowText() readonly he!: string;
  @ShowText() readonly en!: string;
}

/** As it is shown; the class beside it describes it. */
export type WhyNot = Omit<WhyNotResource, never>;

/** A refusal as somebody is told of it before he asks for the act. */
export const whyNot = ({ code, values }: DecisionRefusal): WhyNot => ({
  code,
  values,
  he: errorSentence(code, values, 'he'),
  en: errorSentence(code, values, 'en'),
});

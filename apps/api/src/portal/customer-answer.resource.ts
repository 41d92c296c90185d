import type { Locale, Sentence } from '@zikui/domain';
import { ShowChoice, ShowFlag, ShowOne } from '../docs/shown.decorator';
import { BothLanguages } from '../refund/timeline.resource';
import type { CustomerAnswer } from './customer-answer';

export class CustomerAnswerResource implements CustomerAnswer {
  @ShowChoice(['he', 'en'], { about: 'In which language the customer reads.' }) readonly locale!: Locale;
  @ShowFlag({
    about: 'His personal data was erased: nothing can be sent to him, and the answer says so by promising no message.',
  })
  readonly isErased!: boolean;
  @ShowOne(() => BothLanguages, {
    about: 'Several lines: where the refund stands, what is known of dates, and the references for his bank.',
  })
  readonly text!: Sentence;
}

import type { CoverageView } from '@zikui/persistence';
import { ShowChoice, ShowMany, ShowNumber, ShowText, ShowTexts } from '../docs/shown.decorator';

class ThinStepResource implements CoverageView {
  @ShowText() readonly policy!: string;
  @ShowText() readonly currency!: string;
  @ShowText({ about: 'The rule of the ladder.' }) readonly rule!: string;
  @ShowNumber() readonly step!: number;
  @ShowText({ about: 'Whom the step asks for.', example: 'lead / finance' }) readonly asks!: string;
  @ShowNumber({ about: 'How many of them have to approve.' }) readonly needed!: number;
  @ShowTexts({ about: 'Who can decide it, also once it was offered to the next role.' })
  readonly persons!: readonly string[];
  @ShowChoice(['nobody', 'nobody_else'], {
    about:
      '`nobody`: it can never be decided. `nobody_else`: not while one of them is away or has a part in the refund.',
  })
  readonly verdict!: CoverageView['verdict'];
}

export class CoverageList {
  @ShowMany(() => ThinStepResource) readonly items!: readonly CoverageView[];
}

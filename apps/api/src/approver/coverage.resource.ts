import { PROPOSAL_KINDS, type ThinAct } from '@zikui/domain';
import type { CoverageView, ThinCoverage } from '@zikui/persistence';
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

class ThinActResource implements ThinAct {
  @ShowChoice(PROPOSAL_KINDS) readonly act!: ThinAct['act'];
  @ShowTexts({ about: 'Who can propose it.' }) readonly proposers!: readonly string[];
  @ShowTexts({ about: 'Who can confirm what another one proposed.' }) readonly confirmers!: readonly string[];
  @ShowChoice(['nobody', 'nobody_else'], {
    about: '`nobody`: no two persons can do it. `nobody_else`: not while one of them is away or has a part in it.',
  })
  readonly verdict!: ThinAct['verdict'];
}

export type ShownCoverage = Readonly<{ items: readonly CoverageView[]; acts: readonly ThinAct[] }>;
export class CoverageList implements ShownCoverage {
  @ShowMany(() => ThinStepResource) readonly items!: readonly CoverageView[];
  @ShowMany(() => ThinActResource, { about: 'Acts that need a second person.' }) readonly acts!: readonly ThinAct[];
}

/** What a proposal to publish warns of. */
export class CoverageWarningsResource implements ThinCoverage {
  @ShowMany(() => ThinStepResource, { about: 'Steps of the proposed text.' }) readonly steps!: readonly CoverageView[];
  @ShowMany(() => ThinActResource, { about: 'Acts that need a second person.' }) readonly acts!: readonly ThinAct[];
}

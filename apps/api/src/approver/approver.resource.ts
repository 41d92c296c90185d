import type { ApproverView } from '@zikui/persistence';
import { ShowFlag, ShowInstant, ShowMany, ShowNumber, ShowOne, ShowText, ShowTexts } from '../docs/shown.decorator';

class GrantResource {
  @ShowText({ example: 'lead' }) readonly role!: string;
  @ShowNumber({ nullable: true, about: 'The largest payout, in minor units.' }) readonly limit!: number | null;
}

class AbsenceResource {
  @ShowInstant() readonly from!: string;
  @ShowInstant() readonly until!: string;
}

export class ApproverResource implements ApproverView {
  @ShowText() readonly person!: string;
  @ShowMany(() => GrantResource, { about: 'What he may decide by himself.' }) readonly grants!: ApproverView['grants'];
  @ShowTexts() readonly teams!: readonly string[];
  @ShowText() readonly locale!: string;
  @ShowFlag() readonly digest!: boolean;
  @ShowFlag({ about: 'Whether he can be told by mail.' }) readonly hasEmail!: boolean;
  @ShowOne(() => AbsenceResource, { nullable: true }) readonly absence!: ApproverView['absence'];
}

export class ApproverList {
  @ShowMany(() => ApproverResource) readonly items!: readonly ApproverView[];
}

import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { REPLAY_OUTCOMES, type BackTestGroup, type BackTestReport, type ReplayedRefund } from '@zikui/domain';
import { BACK_TEST_STATUSES, type BackTestChangeView, type BackTestView } from '@zikui/persistence';
import { ShowChoice, ShowFlag, ShowInstant, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';

class BeforeAfterResource {
  @ShowNumber({ about: 'As it was decided.' }) readonly before!: number;
  @ShowNumber({ about: 'As the tried policy would.' }) readonly after!: number;
}
type Outcomes = BackTestReport['outcomes'];
class BackTestOutcomesResource implements Outcomes {
  @ShowOne(() => BeforeAfterResource, { about: 'Nobody had to approve.' }) readonly auto!: BeforeAfterResource;
  @ShowOne(() => BeforeAfterResource) readonly approval!: BeforeAfterResource;
  @ShowOne(() => BeforeAfterResource) readonly refused!: BeforeAfterResource;
}
class BackTestGroupResource implements BackTestGroup {
  @ShowNumber() readonly cases!: number;
  @ShowNumber() readonly changed!: number;
  @ShowOne(() => BeforeAfterResource, { about: 'Minor units.' }) readonly payout!: BackTestGroup['payout'];
}
const ShowGroups = (description: string): PropertyDecorator =>
  ApiProperty({
    type: 'object',
    description,
    additionalProperties: { $ref: getSchemaPath(BackTestGroupResource) },
  });

@ApiExtraModels(BackTestGroupResource)
class BackTestReportResource implements BackTestReport {
  @ShowNumber() readonly cases!: number;
  @ShowNumber({ about: 'From before what the rules need was recorded; nothing is said of them.' })
  readonly skipped!: number;
  @ShowNumber({ about: 'Another outcome, amount, number of steps or way of the goods.' }) readonly changed!: number;
  @ShowOne(() => BackTestOutcomesResource) readonly outcomes!: BackTestReport['outcomes'];
  @ShowOne(() => BeforeAfterResource, { about: 'Share that needs nobody, in basis points.' })
  readonly autoBps!: BackTestReport['autoBps'];
  @ShowOne(() => BeforeAfterResource, { about: 'Minor units.' }) readonly payout!: BackTestReport['payout'];
  @ShowOne(() => BeforeAfterResource, { about: 'Minor units.' }) readonly fee!: BackTestReport['fee'];
  @ShowOne(() => BeforeAfterResource, { about: 'Cases in which a rule could not be evaluated.' })
  readonly errors!: BackTestReport['errors'];
  @ShowOne(() => BeforeAfterResource, { about: 'Statutory, and silence would last beyond the legal date.' })
  readonly late!: BackTestReport['late'];
  @ShowNumber({ about: 'Statutory, and not settled by the legal date.' }) readonly legalMisses!: number;
  @ShowGroups('By reason.') readonly byReason!: BackTestReport['byReason'];
  @ShowGroups('By product: a case counts under each of its own; beyond the first thousand under `other`.')
  readonly byProduct!: BackTestReport['byProduct'];
}

export class BackTestResource implements BackTestView {
  @ShowText({ example: 'bt_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowText() readonly policyVersionId!: string;
  @ShowText({ about: 'SHA-256 of the text that is tried.' }) readonly policyHash!: string;
  @ShowText() readonly currency!: string;
  @ShowNumber() readonly days!: number;
  @ShowInstant() readonly since!: string;
  @ShowInstant() readonly until!: string;
  @ShowChoice(BACK_TEST_STATUSES) readonly status!: BackTestView['status'];
  @ShowNumber({ nullable: true, about: 'Refunds to look at; null until it has begun.' })
  readonly total!: number | null;
  @ShowNumber({ about: 'Refunds that were looked at.' }) readonly done!: number;
  @ShowOne(() => BackTestReportResource, { about: 'As far as it has got.' }) readonly report!: BackTestView['report'];
  @ShowText({ nullable: true }) readonly failure!: string | null;
  @ShowInstant() readonly createdAt!: string;
  @ShowInstant({ nullable: true }) readonly endedAt!: string | null;
}

class ReplayedRefundResource implements ReplayedRefund {
  @ShowChoice(REPLAY_OUTCOMES) readonly outcome!: ReplayedRefund['outcome'];
  @ShowText({ about: 'That refuses, or that of the ladder.' }) readonly rule!: string;
  @ShowNumber() readonly steps!: number;
  @ShowNumber({ about: 'Minor units, after the fee.' }) readonly payout!: number;
  @ShowNumber({ about: 'Minor units.' }) readonly fee!: number;
  @ShowText() readonly returnMode!: string;
  @ShowFlag({ about: 'A rule could not be evaluated.' }) readonly erred!: boolean;
  @ShowFlag({ about: 'Silence would last beyond the legal date.' }) readonly late!: boolean;
}
class BackTestChangeResource implements BackTestChangeView {
  @ShowNumber() readonly no!: number;
  @ShowText() readonly refundId!: string;
  @ShowOne(() => ReplayedRefundResource) readonly before!: ReplayedRefund;
  @ShowOne(() => ReplayedRefundResource) readonly after!: ReplayedRefund;
}
export class BackTestChangePage {
  @ShowMany(() => BackTestChangeResource) readonly items!: readonly BackTestChangeView[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}

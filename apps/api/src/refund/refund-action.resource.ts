import { REFUND_ACTIONS, type ActionVerdict, type RefundAction } from '@zikui/domain';
import { ShowChoice, ShowFlag, ShowOne } from '../docs/shown.decorator';
import { whyNot, WhyNotResource, type WhyNot } from './why-not.resource';

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
  reason: refusal && whyNot(refusal),
});

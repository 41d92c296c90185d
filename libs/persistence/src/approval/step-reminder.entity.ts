import { Entity, Index, Unique } from 'typeorm';
import { StaffUserRow } from '../access/staff-user.entity';
import { Id, Instant, Now, Reference } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { ApprovalStepRow } from './approval-step.entity';

/** A step that one person put aside for a while; nobody else's inbox changes, and no clock stops. */
@Entity('step_reminder')
@Unique('step_reminder_staff_id_step_id_key', ['staffId', 'stepId'])
@Index('step_reminder_merchant_id_idx', ['merchantId', 'id'])
@Index('step_reminder_step_id_idx', ['stepId'])
export class StepReminderRow {
  @Id('step_reminder_pkey') id: string;
  @Reference(() => MerchantRow, 'step_reminder_merchant_id_fkey') merchantId: string;
  @Reference(() => StaffUserRow, 'step_reminder_staff_id_fkey') staffId: string;
  @Reference(() => ApprovalStepRow, 'step_reminder_step_id_fkey') stepId: string;
  @Instant() remindAt: string;
  @Now() createdAt: string;
}

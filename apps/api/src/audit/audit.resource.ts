import { ROLES, type Role } from '@zikui/domain';
import type { AuditEntryView } from '@zikui/persistence';
import { ShowChoice, ShowInstant, ShowMany, ShowMap, ShowNumber, ShowText } from '../docs/shown.decorator';

class AuditEntryResource implements AuditEntryView {
  @ShowNumber({ about: 'Of the entry in its chain, from 1.' }) readonly no!: number;
  @ShowText({ about: '`merchant`, or the refund whose acts follow each other.' }) readonly chain!: string;
  @ShowInstant() readonly at!: string;
  @ShowText() readonly actor!: string;
  @ShowText({ nullable: true, about: 'The person behind the credential.' }) readonly owner!: string | null;
  @ShowChoice(ROLES, { nullable: true, about: 'In which role.' }) readonly role!: Role | null;
  @ShowText({ nullable: true, about: 'From which network address.' }) readonly address!: string | null;
  @ShowText({ example: 'proposal.confirmed' }) readonly action!: string;
  @ShowText() readonly subject!: string;
  @ShowMap() readonly data!: AuditEntryView['data'];
  @ShowText({ about: 'Of the entry before it in the chain; 64 zeros before the first.' }) readonly prevHash!: string;
  @ShowText() readonly hash!: string;
}

export class AuditPage {
  @ShowMany(() => AuditEntryResource) readonly items!: readonly AuditEntryView[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}

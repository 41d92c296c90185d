import { Entity, PrimaryColumn } from 'typeorm';
import { Count, Fixed } from '../database/columns';

@Entity('audit_head')
export class AuditHeadRow {
  @PrimaryColumn('varchar', { length: 48, primaryKeyConstraintName: 'audit_head_pkey' }) chain: string;
  @Count() no: number;
  @Fixed(64) hash: string;
}

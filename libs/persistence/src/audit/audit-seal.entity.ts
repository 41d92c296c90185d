import { Entity, PrimaryColumn } from 'typeorm';
import { Count, Fixed, Instant, Minor, Text } from '../database/columns';

@Entity('audit_seal')
export class AuditSealRow {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'audit_seal_pkey' }) no: number;
  @Minor() upTo: number;
  @Count() heads: number;
  @Fixed(64) root: string;
  @Fixed(64) previousHash: string;
  @Text(128) signature: string;
  @Fixed(64) hash: string;
  @Instant() at: string;
}

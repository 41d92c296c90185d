import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Count, Instant } from '../database/columns';

/** Whose rows these are nobody knows: that is what failed. */
@Entity('access_failure')
@Index('access_failure_window_ends_at_idx', ['windowEndsAt'])
export class AccessFailureRow {
  @PrimaryColumn('varchar', { length: 64, primaryKeyConstraintName: 'access_failure_pkey' }) address: string;
  @Count() count: number;
  @Count() blocks: number;
  @Instant() windowEndsAt: string;
  @Instant() blockedUntil: string;
}

import type { Sentence } from '@zikui/domain';
import { ShowFlag, ShowMany, ShowOne } from '../docs/shown.decorator';
import { RefundActionResource } from './refund-action.resource';
import type { ShownRefund } from './refund-links';
import { RefundResource } from './refund.resource';
import { BothLanguages } from './timeline.resource';

/** A refund as `GET /v1/refunds/{id}` shows it. */
export type RefundDetail = ShownRefund &
  Readonly<{ statusText: Sentence; actions: readonly RefundActionResource[] | null; watched: boolean | null }>;

export class RefundDetailResource extends RefundResource implements RefundDetail {
  @ShowOne(() => BothLanguages, { about: 'Where it stands, in a sentence.' }) readonly statusText!: Sentence;
  @ShowMany(() => RefundActionResource, {
    nullable: true,
    about: 'What you may do about it now, and why not; null for a key.',
  })
  readonly actions!: readonly RefundActionResource[] | null;
  @ShowFlag({ nullable: true, about: 'Whether you follow it; null for a key.' }) readonly watched!: boolean | null;
}

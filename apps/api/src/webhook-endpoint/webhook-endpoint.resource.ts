import { DELIVERY_FAILURES, DELIVERY_STATUSES, DISABLED_REASONS, ENDPOINT_STATUSES } from '@zikui/domain';
import type { DeliveryTry, WebhookDeliveryView, WebhookEndpointView } from '@zikui/persistence';
import { ShowChoice, ShowFlag, ShowInstant, ShowMany, ShowNumber, ShowText } from '../docs/shown.decorator';

/** An endpoint, with its secret where that is shown. */
export type ShownEndpoint = WebhookEndpointView & Readonly<{ secret: string | null }>;

export class WebhookEndpointResource implements WebhookEndpointView {
  @ShowText({ example: 'we_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowText() readonly url!: string;
  @ShowText({ nullable: true }) readonly description!: string | null;
  @ShowChoice(ENDPOINT_STATUSES) readonly status!: WebhookEndpointView['status'];
  @ShowChoice(DISABLED_REASONS, { nullable: true, about: '`gone`: it answered 410, so nothing more is sent.' })
  readonly disabledReason!: WebhookEndpointView['disabledReason'];
  @ShowInstant({ nullable: true }) readonly disabledAt!: string | null;
  @ShowNumber({ about: 'Tries that failed since the last one that did not.' }) readonly failures!: number;
  @ShowText({ about: 'Who answers for it, and for what could not be delivered.' }) readonly owner!: string;
  @ShowFlag({ about: 'Whether somebody is told by mail when it answered 410.' }) readonly hasContact!: boolean;
  @ShowInstant({ nullable: true, about: 'Until when the secret before signs too.' })
  readonly previousSecretUntil!: string | null;
  @ShowInstant() readonly createdAt!: string;
  @ShowInstant() readonly updatedAt!: string;
}

export class WebhookEndpointWithSecretResource extends WebhookEndpointResource implements ShownEndpoint {
  @ShowText({
    nullable: true,
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw+qKpPKF0qyU=',
    about: 'Shown now, and for an hour to a repeat of this very call; then never again.',
  })
  readonly secret!: string | null;
}

export class WebhookEndpointPage {
  @ShowMany(() => WebhookEndpointResource) readonly items!: readonly WebhookEndpointView[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}

class DeliveryTryResource implements DeliveryTry {
  @ShowInstant() readonly at!: string;
  @ShowNumber({ nullable: true, about: 'HTTP status, if the endpoint answered.' }) readonly status!: number | null;
  @ShowChoice(DELIVERY_FAILURES, { nullable: true }) readonly failure!: DeliveryTry['failure'];
  @ShowNumber({ about: 'How long it took.' }) readonly milliseconds!: number;
}

export class WebhookDeliveryResource implements WebhookDeliveryView {
  @ShowText({ example: 'wd_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowText({ about: 'The `webhook-id` that is sent, and `id` of the event in `GET /v1/events`.' })
  readonly eventId!: string;
  @ShowText() readonly refundId!: string;
  @ShowNumber({ about: 'Counts the changes of one refund from 1.' }) readonly sequence!: number;
  @ShowChoice(DELIVERY_STATUSES, { about: '`dead`: given up after 72 hours, or because the endpoint is gone.' })
  readonly status!: WebhookDeliveryView['status'];
  @ShowNumber() readonly tries!: number;
  @ShowInstant({ nullable: true }) readonly nextTryAt!: string | null;
  @ShowText({ nullable: true, about: 'Who has to look at it, once it was given up.' }) readonly owner!: string | null;
  @ShowMany(() => DeliveryTryResource, { about: 'The last tries, at most 20, oldest first.' })
  readonly log!: readonly DeliveryTry[];
  @ShowInstant() readonly createdAt!: string;
  @ShowInstant({ nullable: true }) readonly endedAt!: string | null;
}

export class WebhookDeliveryPage {
  @ShowMany(() => WebhookDeliveryResource) readonly items!: readonly WebhookDeliveryView[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}

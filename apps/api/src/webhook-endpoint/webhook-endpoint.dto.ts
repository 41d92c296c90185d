import { DELIVERY_STATUSES, ENDPOINT_STATUSES, type DeliveryStatus, type EndpointStatus } from '@zikui/domain';
import { ChoiceField, EmailField, NameField, TextField, WholeNumberField } from '../body/fields';
import { PagingDto } from '../body/paging.dto';

const URL_TEXT = { max: 2_000 };
const MOST_HOURS = 168;
const CONTACT = 'Who is told by mail when the endpoint answered 410 and was disabled. Kept sealed, never shown.';

/** Body of `POST /v1/webhook-endpoints`. */
export class NewWebhookEndpointDto {
  @TextField(URL_TEXT, {
    example: 'https://shop.example.com/zikui',
    about: 'A public https address on port 443 or 8443, without credentials.',
  })
  readonly url!: string;
  @NameField({ presence: 'nullable', about: 'For the people who keep it.' }) readonly description?: string | null;
  @EmailField({ presence: 'nullable', about: CONTACT }) readonly contactEmail?: string | null;
}

/** Body of `PATCH /v1/webhook-endpoints/{id}`: what is left out stays as it is. */
export class WebhookEndpointChangeDto {
  @TextField(URL_TEXT, { presence: 'optional' }) readonly url?: string;
  @NameField({ presence: 'nullable' }) readonly description?: string | null;
  @EmailField({ presence: 'nullable', about: CONTACT }) readonly contactEmail?: string | null;
  @ChoiceField(ENDPOINT_STATUSES, {
    presence: 'optional',
    about: 'One that is enabled again goes on where it stopped.',
  })
  readonly status?: EndpointStatus;
}

/** Body of `POST /v1/webhook-endpoints/{id}/secret-rotations`. */
export class SecretRotationDto {
  @WholeNumberField(MOST_HOURS, {
    presence: 'optional',
    about: 'For how long the secret before signs too; 24 if left out.',
  })
  readonly overlapHours?: number;
}

/** Query of `GET /v1/webhook-endpoints/{id}/deliveries`. */
export class DeliveryFilterDto extends PagingDto {
  @ChoiceField(DELIVERY_STATUSES, { presence: 'optional' }) readonly status?: DeliveryStatus;
}

import { DayField, TextField } from '../body/fields';
import { PagingDto } from '../body/paging.dto';
import { PublicIdField } from '../body/public-id.field';

const NAME = { max: 160 };

/** Query of `GET /v1/audit`. All given ones must hold. */
export class AuditFilterDto extends PagingDto {
  @TextField(NAME, { presence: 'optional', about: 'Who: `key:` and the id of a key, `staff:` and an address.' })
  readonly actor?: string;
  @TextField(NAME, { presence: 'optional', example: 'api_key.made' }) readonly action?: string;
  @TextField(NAME, { presence: 'optional', about: 'What it was done to, by its id.' }) readonly subject?: string;
  @PublicIdField('refund', { presence: 'optional' }) readonly refundId?: string;
}

/** Query of `GET /v1/audit/export`. */
export class AuditDaysDto {
  @DayField({ about: 'The first day, in UTC.' }) readonly fromDay!: string;
  @DayField({ about: 'The last day, in UTC; at most 366 days.' }) readonly toDay!: string;
}

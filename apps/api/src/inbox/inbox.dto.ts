import { Transform } from 'class-transformer';
import { FlagField } from '../body/fields';
import { PagingDto } from '../body/paging.dto';

/** Query of `GET /v1/approvals`. */
export class InboxDto extends PagingDto {
  @FlagField({ presence: 'optional', about: '`true`: those that you have put aside, and no others.' })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  readonly reminded?: boolean;
}

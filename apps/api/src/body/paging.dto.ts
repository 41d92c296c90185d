import { Transform } from 'class-transformer';
import { Field, type Check } from './field.decorator';

const PAGE_LIMIT = { usual: 50, most: 200 } as const;
const LONGEST_CURSOR = 512;

const limitBreach: Check = (value) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= PAGE_LIMIT.most
    ? null
    : { code: 'invalid_field', rule: 'whole_number', limit: PAGE_LIMIT.most };
const cursorBreach: Check = (value) =>
  typeof value === 'string' && value.length <= LONGEST_CURSOR && /^[A-Za-z0-9_-]+$/.test(value)
    ? null
    : { code: 'invalid_field', rule: 'cursor' };

/** A place in a list, as an answer named it. */
export const CursorField = (about: string): PropertyDecorator =>
  Field(cursorBreach, { type: String }, { presence: 'optional', about });

/** Where a page of a list begins, and how long it is. */
export class PagingDto {
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value,
  )
  @Field(
    limitBreach,
    { type: 'integer', minimum: 1, maximum: PAGE_LIMIT.most, default: PAGE_LIMIT.usual },
    { presence: 'optional' },
  )
  readonly limit: number = PAGE_LIMIT.usual;
  @CursorField('`next` of the page before.')
  readonly after?: string;
}

import { Field, type Check } from '../body/field.decorator';
import { textBreach } from '../body/text-rule';

const LONGEST_REASON = 500;
/** Blanks are no reason. */
const reasonBreach: Check = (value) =>
  textBreach(typeof value === 'string' ? value.trim() : value, { max: LONGEST_REASON, marks: true, lines: true });

/** Body of `POST /v1/refunds/{id}/payees/{payeeId}/unmaskings`. */
export class UnmaskingDto {
  @Field(
    reasonBreach,
    { type: String, minLength: 1, maxLength: LONGEST_REASON },
    { about: 'Why the account has to be seen, for whoever looks into it later.' },
  )
  readonly reason!: string;
}

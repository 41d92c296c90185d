import { Field, ValuesField, type Check, type FieldOptions, type ListOptions } from './field.decorator';
import type { Breach } from './field-rules';
import { dayBreach, instantBreach, pastInstantBreach } from './instant-rule';
import { amountBreach, amountOrZeroBreach, currencyBreach, signedAmountBreach, wholeNumberBreach } from './number-rule';
import { jurisdictionBreach, timeZoneBreach } from './place-rule';
import { emailBreach, phoneBreach, refBreach, textBreach, type TextKind } from './text-rule';

const MAX_AMOUNT = Number.MAX_SAFE_INTEGER;

/** The kinds of fields that bodies are made of, by the limits of the product's input rules. */
export const RefField = (options: FieldOptions & { max?: number } = {}): PropertyDecorator =>
  Field((value) => refBreach(value, options.max), refSchema(options.max), options);
export const RefsField = (options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator =>
  ValuesField((value) => refBreach(value), refSchema(), options);
export const TextField = (kind: TextKind, options: FieldOptions = {}): PropertyDecorator =>
  Field((value) => textBreach(value, kind), { type: String, minLength: 1, maxLength: kind.max }, options);
export const NameField = (options: FieldOptions = {}): PropertyDecorator =>
  TextField({ max: 120, marks: true }, options);
export const NoteField = (options: FieldOptions = {}): PropertyDecorator =>
  TextField({ max: 2_000, marks: true, lines: true }, options);
export const EmailField = (options: FieldOptions = {}): PropertyDecorator =>
  Field(emailBreach, { type: String, format: 'email', maxLength: 254 }, options);
export const PhoneField = (options: FieldOptions = {}): PropertyDecorator =>
  Field(phoneBreach, { type: String, maxLength: 32 }, options);
export const FlagField = (options: FieldOptions = {}): PropertyDecorator =>
  Field(flagBreach, { type: Boolean }, options);

export const AmountField = (options: FieldOptions = {}): PropertyDecorator =>
  Field(amountBreach, { type: 'integer', format: 'int64', minimum: 1, maximum: MAX_AMOUNT }, options);
export const AmountOrZeroField = (options: FieldOptions = {}): PropertyDecorator =>
  Field(amountOrZeroBreach, { type: 'integer', format: 'int64', minimum: 0, maximum: MAX_AMOUNT }, options);
export const SignedAmountField = (options: FieldOptions = {}): PropertyDecorator =>
  Field(signedAmountBreach, { type: 'integer', format: 'int64', minimum: -MAX_AMOUNT, maximum: MAX_AMOUNT }, options);
/** The tax inside `total` of the same object. */
export const TaxField = (options: FieldOptions = {}): PropertyDecorator =>
  Field(taxBreach, { type: 'integer', format: 'int64', minimum: 0, maximum: MAX_AMOUNT }, options);
export const WholeNumberField = (max: number, options: FieldOptions = {}): PropertyDecorator =>
  Field((value) => wholeNumberBreach(value, max), { type: 'integer', minimum: 1, maximum: max }, options);
/** Units that are asked for. */
export const QuantityField = (options: FieldOptions = {}): PropertyDecorator => unitsField(MAX_AMOUNT, options);
/** Units that were bought; they fit a 32-bit column. */
export const BoughtQuantityField = (options: FieldOptions = {}): PropertyDecorator =>
  unitsField(2_147_483_647, options);
export const CurrencyField = (options: FieldOptions = {}): PropertyDecorator =>
  Field(currencyBreach, { type: String, pattern: '^[A-Z]{3}$' }, options);

/** SHA-256 of something that was read before. */
export const HashField = (options: FieldOptions = {}): PropertyDecorator =>
  Field(hashBreach, { type: String, pattern: '^[0-9a-f]{64}$' }, options);

/** When something happened. */
export const PastInstantField = (options: FieldOptions = {}): PropertyDecorator =>
  Field(pastInstantBreach, { type: String, format: 'date-time' }, options);
/** When something happens, maybe later. */
export const InstantField = (options: FieldOptions = {}): PropertyDecorator =>
  Field(instantBreach, { type: String, format: 'date-time' }, options);
/** A day on a wall calendar, without a zone. */
export const DayField = (options: FieldOptions = {}): PropertyDecorator =>
  Field(dayBreach, { type: String, format: 'date' }, options);
export const TimeZoneField = (options: FieldOptions = {}): PropertyDecorator =>
  Field(timeZoneBreach, { type: String }, options);
export const JurisdictionField = (options: FieldOptions = {}): PropertyDecorator =>
  Field(jurisdictionBreach, { type: String }, options);
export const ChoiceField = (choices: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  Field(oneOf(choices), { type: String, enum: [...choices] }, options);

/** Some of the choices, none twice. */
export const ChoicesField = (choices: readonly string[], options: ListOptions = {}): PropertyDecorator =>
  ValuesField(oneOf(choices), { type: String, enum: [...choices] }, options);

const unitsField = (maximum: number, options: FieldOptions): PropertyDecorator =>
  Field(
    (value) => wholeNumberBreach(value, maximum, 'invalid_quantity'),
    { type: 'integer', format: 'int64', minimum: 1, maximum },
    options,
  );
const refSchema = (max = 64) => ({ type: String, pattern: `^[A-Za-z0-9._:-]{1,${String(max)}}$` }) as const;
const hashBreach: Check = (value) =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? null : { code: 'invalid_field', rule: 'hash' };
const flagBreach: Check = (value) =>
  typeof value === 'boolean' ? null : { code: 'invalid_field', rule: 'true_or_false' };

const oneOf =
  (choices: readonly string[]) =>
  (value: unknown): Breach | null =>
    typeof value === 'string' && choices.includes(value) ? null : { code: 'invalid_field', rule: 'one_of_the_listed' };

/** A larger tax than its total is refused here; a total that is itself wrong is told of on its own. */
const taxBreach: Check = (value, owner) => {
  const total: unknown = 'total' in owner ? owner.total : undefined;
  const tooLarge = typeof value === 'number' && typeof total === 'number' && value > total;
  return amountOrZeroBreach(value) ?? (tooLarge ? { code: 'invalid_amount', rule: 'tax_above_total' } : null);
};

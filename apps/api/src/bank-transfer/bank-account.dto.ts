import { bankAccountOf, ibanOf, isSepaName, type PayeeDetails } from '@zikui/domain';
import { Field, type Check, type FieldOptions } from '../body/field.decorator';
import type { Breach } from '../body/field-rules';
import { textBreach } from '../body/text-rule';

const LONGEST_NAME = 70;
const has = (owner: object, name: string): boolean => name in owner && Reflect.get(owner, name) !== undefined;
const isLocal = (owner: object): boolean => ['bank', 'branch', 'account'].some((part) => has(owner, part));

/** A sum of digits tells a wrong IBAN: no card number passes for one, so none is looked for in it. */
const ibanBreach: Check = (value, owner) => {
  if (isLocal(owner)) return { code: 'invalid_field', rule: 'one_account' };
  const isIban = typeof value === 'string' && value.length <= 64 && ibanOf(value) !== undefined;
  return isIban ? null : { code: 'invalid_field', rule: 'iban' };
};
const numberBreach =
  (width: number): Check =>
  (value) =>
    typeof value === 'string' && new RegExp(`^\\d{1,${String(width)}}$`).test(value) && Number(value) > 0
      ? null
      : { code: 'invalid_field', rule: 'bank_number', limit: width };
/** Banks that take IBANs write names in Latin letters. */
const holderBreach: Check = (value, owner): Breach | null => {
  const breach = textBreach(value, { max: LONGEST_NAME });
  if (breach || !has(owner, 'iban')) return breach;
  return isSepaName(String(value)) ? null : { code: 'invalid_field', rule: 'latin_name' };
};
const part = (width: number, options: FieldOptions): PropertyDecorator =>
  Field(
    numberBreach(width),
    { type: String, pattern: `^\\d{1,${String(width)}}$` },
    { presence: 'optional', neededIf: (owner) => !has(owner, 'iban'), ...options },
  );

/** Whose account it is: by IBAN, or in Israel by bank, branch and number. */
export class BankAccountDto {
  @Field(
    holderBreach,
    { type: String, minLength: 1, maxLength: LONGEST_NAME },
    { about: 'Who holds the account; with an IBAN in Latin letters.' },
  )
  readonly name!: string;
  @Field(
    ibanBreach,
    { type: String, maxLength: 64 },
    {
      presence: 'optional',
      neededIf: (owner) => !isLocal(owner),
      example: 'DE89370400440532013000',
      about: 'With or without blanks. Instead of `bank`, `branch` and `account`.',
    },
  )
  readonly iban?: string;
  @part(2, { example: '12', about: 'Number of an Israeli bank.' }) readonly bank?: string;
  @part(3, { example: '600' }) readonly branch?: string;
  @part(9, { example: '123456' }) readonly account?: string;
}

/** The account as it is kept; what the checks above let pass is one. */
export function detailsOf({ name, ...given }: BankAccountDto): PayeeDetails | undefined {
  const account = bankAccountOf(given);
  return account && { name, account };
}

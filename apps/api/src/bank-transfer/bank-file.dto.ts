import { BANK_FILE_FORMATS, type BankFileFormat } from '@zikui/domain';
import { ChoiceField, CurrencyField, DayField, RefField } from '../body/fields';
import { ObjectField } from '../body/field.decorator';
import { BankAccountDto } from './bank-account.dto';

const isInEuros = (owner: object): boolean => 'currency' in owner && owner.currency === 'EUR';

/** Body of `POST /v1/bank-files`. */
export class BankFileDto {
  @RefField({ example: 'main', about: 'Which of your legal entities pays.' }) readonly legalEntity!: string;
  @CurrencyField({ example: 'ILS' }) readonly currency!: string;
  @ObjectField(() => BankAccountDto, { about: 'The account that pays; it stands in the file and nowhere else.' })
  readonly payer!: BankAccountDto;
  @ChoiceField(BANK_FILE_FORMATS, {
    presence: 'optional',
    about: '`sepa` (euros to IBANs of SEPA countries; the default for EUR) or `csv` (docs/bank-transfers.md).',
  })
  readonly format?: BankFileFormat;
  @DayField({ presence: 'optional', about: 'When the bank is to pay; today when left out.' })
  readonly executeOn?: string;
}

/** Why the parts do not fit each other: the field, and the rule. */
export function misfit({ currency, format, payer }: BankFileDto): string | null {
  const isSepa = format === 'sepa' || (format === undefined && isInEuros({ currency }));
  if (isSepa && currency !== 'EUR') return '/format';
  return isSepa && payer.iban === undefined ? '/payer/iban' : null;
}

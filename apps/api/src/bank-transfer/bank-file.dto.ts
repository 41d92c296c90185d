import { BANK_FILE_FORMATS, BANK_OUTCOMES, type BankFileFormat, type BankOutcome } from '@zikui/domain';
import { ChoiceField, CurrencyField, DayField, NoteField, RefField } from '../body/fields';
import { ListField, ObjectField } from '../body/field.decorator';
import { PublicIdField } from '../body/public-id.field';
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

/** What the statement says of one order. */
export class BankFileLineDto {
  @RefField({ about: 'As it stands in the file.' }) readonly endToEndId!: string;
  @ChoiceField(BANK_OUTCOMES) readonly outcome!: BankOutcome;
  @RefField({ presence: 'optional', max: 120, about: 'The line of the statement; no two orders share one.' })
  readonly statementRef?: string;
}

/** Body of `POST /v1/bank-files/{id}/outcomes`. */
export class BankFileOutcomesDto {
  @ListField(() => BankFileLineDto, { min: 1, max: 1_000, distinctBy: 'endToEndId' })
  readonly lines!: BankFileLineDto[];
  @NoteField({ about: 'What you know it by: which statement, kept where.' }) readonly evidence!: string;
}

/** Body of `POST /v1/refunds/{id}/bank-returns`. */
export class BankReturnDto {
  @PublicIdField('transfer', { about: 'Which transfer by hand came back.' }) readonly transfer!: string;
  @RefField({ max: 120, about: 'The line of the statement.' }) readonly statementRef!: string;
  @NoteField({ about: 'What you know it by: which statement, kept where.' }) readonly evidence!: string;
}

/** Why the parts do not fit each other: the field, and the rule. */
export function misfit({ currency, format, payer }: BankFileDto): string | null {
  const isSepa = format === 'sepa' || (format === undefined && isInEuros({ currency }));
  if (isSepa && currency !== 'EUR') return '/format';
  return isSepa && payer.iban === undefined ? '/payer/iban' : null;
}

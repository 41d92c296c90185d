import {
  BANK_ACCOUNT_FORMATS,
  BANK_FILE_FORMATS,
  TRANSFER_STATUSES,
  type BankAccountFormat,
  type BankFileFormat,
  type Money,
  type TransferStatus,
} from '@zikui/domain';
import type { BankFileItemView, BankFileView, FoundBankFile, PayeeView, UnmaskedPayee } from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import { ShowChoice, ShowDate, ShowInstant, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';

export class PayeeResource implements PayeeView {
  @ShowText({ example: 'py_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowText() readonly refundId!: string;
  @ShowChoice(BANK_ACCOUNT_FORMATS) readonly format!: BankAccountFormat;
  @ShowText({ about: 'Initials.', example: 'D. L.' }) readonly name!: string;
  @ShowText({ about: 'Masked.', example: 'DE••••3000' }) readonly account!: string;
  @ShowInstant() readonly createdAt!: string;
  @ShowInstant({ nullable: true, about: 'Since when the details are erased.' }) readonly erasedAt!: string | null;
}
export class PayeeList {
  @ShowMany(() => PayeeResource) readonly items!: readonly PayeeView[];
}

export class UnmaskedPayeeResource implements UnmaskedPayee {
  @ShowText({ example: 'py_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowText() readonly refundId!: string;
  @ShowChoice(BANK_ACCOUNT_FORMATS) readonly format!: BankAccountFormat;
  @ShowText({ about: 'In clear, as everything here.', example: 'Dana Levi' }) readonly name!: string;
  @ShowText({ nullable: true, example: 'DE89370400440532013000' }) readonly iban!: string | null;
  @ShowText({ nullable: true, about: 'Of an account without IBAN.' }) readonly bank!: string | null;
  @ShowText({ nullable: true }) readonly branch!: string | null;
  @ShowText({ nullable: true }) readonly account!: string | null;
}

export class BankFileResource implements BankFileView {
  @ShowText({ example: 'bf_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowText() readonly legalEntity!: string;
  @ShowText() readonly currency!: string;
  @ShowChoice(BANK_FILE_FORMATS) readonly format!: BankFileFormat;
  @ShowDate() readonly executeOn!: string;
  @ShowNumber({ about: 'How many transfers stand in it.' }) readonly transfers!: number;
  @ShowOne(() => MoneyResource) readonly total!: Money;
  @ShowNumber({ about: 'How many of them nobody has confirmed yet.' }) readonly pending!: number;
  @ShowText({ about: 'SHA-256 of the bytes: every download has it.' }) readonly contentHash!: string;
  @ShowNumber() readonly bytes!: number;
  @ShowText() readonly createdBy!: string;
  @ShowInstant() readonly createdAt!: string;
  @ShowInstant({ nullable: true, about: 'Since when its content is erased.' }) readonly erasedAt!: string | null;
}
export class BankFilePage {
  @ShowMany(() => BankFileResource) readonly items!: readonly BankFileView[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}

class StatementResource {
  @ShowChoice(['pending', 'done', 'refused']) readonly state!: 'pending' | 'done' | 'refused';
  @ShowText({ nullable: true, about: 'Code of the error catalogue.' }) readonly refusal!: string | null;
}
class MaskedPayee {
  @ShowText() readonly name!: string;
  @ShowText() readonly account!: string;
}
class BankFileItemResource implements BankFileItemView {
  @ShowNumber() readonly position!: number;
  @ShowText() readonly transferId!: string;
  @ShowText() readonly refundId!: string;
  @ShowText() readonly saleRef!: string;
  @ShowText({ about: 'Comes back on the statement.' }) readonly endToEndId!: string;
  @ShowOne(() => MoneyResource) readonly amount!: Money;
  @ShowChoice(TRANSFER_STATUSES) readonly status!: TransferStatus;
  @ShowOne(() => StatementResource, {
    nullable: true,
    about: 'What became of the last statement about it that two people made.',
  })
  readonly statement!: BankFileItemView['statement'];
  @ShowOne(() => MaskedPayee) readonly payee!: BankFileItemView['payee'];
}
export class FoundBankFileResource implements FoundBankFile {
  @ShowOne(() => BankFileResource) readonly file!: BankFileView;
  @ShowMany(() => BankFileItemResource) readonly items!: readonly BankFileItemView[];
}

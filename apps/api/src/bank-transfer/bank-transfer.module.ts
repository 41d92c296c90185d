import { Module } from '@nestjs/common';
import { BankFileController } from './bank-file.controller';
import { BankReturnController } from './bank-return.controller';
import { BankTransferService } from './bank-transfer.service';
import { PayeeController } from './payee.controller';

@Module({ controllers: [PayeeController, BankFileController, BankReturnController], providers: [BankTransferService] })
export class BankTransferModule {}

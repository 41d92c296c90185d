import { Check, Entity, Unique } from 'typeorm';
import { Count, Id, Minor, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { TransferRow } from '../transfer/transfer.entity';
import { BankFileRow } from './bank-file.entity';

@Entity('bank_file_item')
@Unique('bank_file_item_transfer_id_key', ['transferId'])
@Unique('bank_file_item_bank_file_id_position_key', ['bankFileId', 'position'])
@Unique('bank_file_item_merchant_id_end_to_end_id_key', ['merchantId', 'endToEndId'])
@Check('bank_file_item_amount_check', `amount > 0`)
export class BankFileItemRow {
  @Id('bank_file_item_pkey') id: string;
  @Reference(() => MerchantRow, 'bank_file_item_merchant_id_fkey') merchantId: string;
  @Reference(() => BankFileRow, 'bank_file_item_bank_file_id_fkey') bankFileId: string;
  @Reference(() => TransferRow, 'bank_file_item_transfer_id_fkey') transferId: string;
  @Count() position: number;
  @Text(35) endToEndId: string;
  @Minor() amount: number;
}

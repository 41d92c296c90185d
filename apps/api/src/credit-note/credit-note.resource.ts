import { CREDIT_NOTE_TYPES, type Money } from '@zikui/domain';
import type { CreditNoteDocument } from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import { ShowChoice, ShowInstant, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';

class NotePartResource {
  @ShowOne(() => MoneyResource, { about: 'With the tax.' }) readonly gross!: Money;
  @ShowOne(() => MoneyResource) readonly tax!: Money;
  @ShowOne(() => MoneyResource) readonly net!: Money;
}

class NoteLineResource extends NotePartResource {
  @ShowText({ example: 'l1' }) readonly ref!: string;
  @ShowText() readonly description!: string;
  @ShowNumber({ about: '0 when an amount was asked for.' }) readonly units!: number;
}

class SellerResource {
  @ShowText() readonly name!: string;
  @ShowText() readonly registrationNumber!: string;
  @ShowText() readonly address!: string;
}

class LoweredInvoiceResource {
  @ShowText() readonly number!: string;
  @ShowInstant() readonly issuedAt!: string;
}

export class CreditNoteDocumentResource implements CreditNoteDocument {
  @ShowText({ example: 'cn_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowText() readonly refundId!: string;
  @ShowText() readonly saleRef!: string;
  @ShowText({ about: 'Ref of the legal entity; together with `documentType` it names the series.' })
  readonly legalEntity!: string;
  @ShowChoice(CREDIT_NOTE_TYPES, { about: '`counter_note` takes a credit note back over money that returned.' })
  readonly documentType!: CreditNoteDocument['documentType'];
  @ShowChoice(['draft', 'issued']) readonly status!: 'draft' | 'issued';
  @ShowText({ nullable: true, about: 'As printed; null while it waits for the invoice as a draft.' })
  readonly number!: string | null;
  @ShowOne(() => SellerResource) readonly seller!: CreditNoteDocument['seller'];
  @ShowText({ about: 'Ref of the customer; no document holds a name.' }) readonly buyerRef!: string;
  @ShowOne(() => LoweredInvoiceResource, { nullable: true }) readonly invoice!: CreditNoteDocument['invoice'];
  @ShowMany(() => NoteLineResource) readonly lines!: CreditNoteDocument['lines'];
  @ShowOne(() => NotePartResource) readonly shipping!: CreditNoteDocument['shipping'];
  @ShowOne(() => NotePartResource) readonly goodwill!: CreditNoteDocument['goodwill'];
  @ShowOne(() => NotePartResource, { about: 'Kept by the seller: it lowers the total.' })
  readonly fee!: CreditNoteDocument['fee'];
  @ShowOne(() => MoneyResource) readonly net!: Money;
  @ShowOne(() => MoneyResource) readonly tax!: Money;
  @ShowOne(() => MoneyResource, { about: 'What settled, or came back.' }) readonly total!: Money;
  @ShowInstant() readonly createdAt!: string;
  @ShowInstant({ nullable: true }) readonly issuedAt!: string | null;
}

export class CreditNotePage {
  @ShowMany(() => CreditNoteDocumentResource) readonly items!: readonly CreditNoteDocument[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}

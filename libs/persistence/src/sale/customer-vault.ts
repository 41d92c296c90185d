import { randomBytes } from 'node:crypto';
import { payeeText, type MessageWords, type PayeeDetails, type SaleCustomer } from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import { sha256Hex } from '../database/keyed-hash';

/** What is told of a customer beyond the reference; kept sealed. */
export type CustomerContact = Readonly<Pick<SaleCustomer, 'name' | 'email' | 'phone'>>;
/** The sealed columns of a customer. Without `dataKey` nothing of them can be read again: that is erasure. */
export type SealedCustomer = Readonly<{ dataKey: string | null; personal: string | null }>;
export type CustomerPlace = Readonly<{ merchantId: string; customerId: string }>;
type MessagePlace = CustomerPlace & Readonly<{ messageId: string }>;
/** What one message told, and the address that it went to. */
export type ToldWords = Readonly<{ to: string; words: MessageWords }>;

/** Seals what identifies a customer under a key of their own, which the master key wraps. */
export class CustomerVault {
  constructor(private readonly box: SecretBox) {}

  /** A new customer key, wrapped. */
  newDataKey(place: CustomerPlace): string {
    return this.box.seal(randomBytes(32).toString('base64url'), contextOf(place, 'key'));
  }

  sealContact({ name, email, phone }: CustomerContact, dataKey: string, place: CustomerPlace): string {
    return this.customerBox(dataKey, place).seal(JSON.stringify([name, email, phone]), contextOf(place, 'contact'));
  }

  /** The contact, or `undefined` once it was erased. */
  openContact({ dataKey, personal }: SealedCustomer, place: CustomerPlace): CustomerContact | undefined {
    if (dataKey === null || personal === null) return undefined;
    const text = this.customerBox(dataKey, place).open(personal, contextOf(place, 'contact'));
    const [name, email, phone] = JSON.parse(text) as [string | null, string | null, string | null];
    return { name, email, phone };
  }

  /** A free text about the customer, such as the note of a refund. */
  sealNote(note: string, dataKey: string, place: CustomerPlace): string {
    return this.sealMarked(note, { dataKey, place, context: contextOf(place, 'note') });
  }

  /** What `sealNote` sealed, or `undefined` once the customer was erased: also when he came again since, with another key. */
  openNote(marked: string, dataKey: string | null, place: CustomerPlace): string | undefined {
    return this.openMarked(marked, { dataKey, place, context: contextOf(place, 'note') });
  }

  /** What the customer was told by one message; it opens for that message alone. */
  sealMessage({ to, words }: ToldWords, dataKey: string, place: MessagePlace): string {
    const text = JSON.stringify([to, words.subject, words.text]);
    return this.sealMarked(text, { dataKey, place, context: messageContext(place) });
  }

  /** What `sealMessage` sealed, or `undefined` as `openNote`. */
  openMessage(marked: string, dataKey: string | null, place: MessagePlace): ToldWords | undefined {
    const opened = this.openMarked(marked, { dataKey, place, context: messageContext(place) });
    if (opened === undefined) return undefined;
    const [to, subject, text] = JSON.parse(opened) as [string, string, string];
    return { to, words: { subject, text } };
  }

  /** Whom a transfer by hand pays. */
  sealPayee({ name, account }: PayeeDetails, dataKey: string, place: CustomerPlace): string {
    return this.customerBox(dataKey, place).seal(JSON.stringify({ name, account }), contextOf(place, 'payee'));
  }

  openPayee(sealed: string, dataKey: string, place: CustomerPlace): PayeeDetails {
    return JSON.parse(this.customerBox(dataKey, place).open(sealed, contextOf(place, 'payee'))) as PayeeDetails;
  }

  /** Part of what approvers decide on: other details are another decision. */
  payeeHash(details: PayeeDetails, merchantId: string): string {
    return this.box.keyedHash(payeeText(details), `${merchantId}:payee_details`);
  }

  /** By these one person is found behind several references: a guest who comes again does not start at zero. */
  hashes(contact: CustomerContact, merchantId: string): Readonly<{ email: string | null; phone: string | null }> {
    const email = contact.email?.trim().normalize('NFKC').toLowerCase();
    // The country code is not always given: 050-123-4567 and +972 50 123 4567 are one phone.
    const phone = contact.phone?.normalize('NFKC').replace(/\D/g, '').slice(-9);
    return {
      email: email ? this.box.keyedHash(email, `${merchantId}:email`) : null,
      phone: phone ? this.box.keyedHash(phone, `${merchantId}:phone`) : null,
    };
  }

  private sealMarked(text: string, { dataKey, place, context }: Sealing & Readonly<{ dataKey: string }>): string {
    return `${markOf(dataKey)}:${this.customerBox(dataKey, place).seal(text, context)}`;
  }

  private openMarked(marked: string, { dataKey, place, context }: Sealing): string | undefined {
    const [sealed = '', mark] = marked.split(':').reverse();
    if (dataKey === null || (mark !== undefined && mark !== markOf(dataKey))) return undefined;
    const box = this.customerBox(dataKey, place);
    // What was sealed before there were marks has none: what his key of today does not open is of a key that was destroyed.
    return mark === undefined ? box.openIfOurs(sealed, context) : box.open(sealed, context);
  }

  private customerBox(dataKey: string, place: CustomerPlace): SecretBox {
    return new SecretBox(Buffer.from(this.box.open(dataKey, contextOf(place, 'key')), 'base64url'));
  }
}

type Sealing = Readonly<{ dataKey: string | null; place: CustomerPlace; context: string }>;

const contextOf = ({ merchantId, customerId }: CustomerPlace, field: 'key' | 'contact' | 'note' | 'payee'): string =>
  `${merchantId}:customer:${customerId}:${field}`;
/** Tells the keys of a customer apart; it says nothing about them. */
const markOf = (dataKey: string): string => sha256Hex(dataKey).slice(0, 16);
const messageContext = ({ merchantId, customerId, messageId }: MessagePlace): string =>
  `${merchantId}:customer:${customerId}:message:${messageId}`;

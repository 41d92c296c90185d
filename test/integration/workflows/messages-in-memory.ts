import { randomUUID } from 'node:crypto';
import type { MessageBook, QueuedMessage, ReturnLabelBook } from '@zikui/activities';
import {
  MailRefused,
  type Carrier,
  type CarrierScan,
  type Mailer,
  type MessageContent,
  type MessageToSend,
  type MessageWords,
  type ReturnLabel,
} from '@zikui/domain';
import type { RefundRow } from './refund-row';
import type { TablesInMemory } from './tables-in-memory';

/** Message rows and a mail server in one. */
export class MessagesInMemory implements MessageBook, Mailer {
  /** The mail server refuses everything for good. */ refusesAll = false;
  /** The mail server is not there. */ isAway = false;

  constructor(private readonly tables: TablesInMemory) {}

  async toSend(_merchantId: string, messageId: string): Promise<MessageToSend | Readonly<{ kind: 'sent' | 'failed' }>> {
    const row = this.tables.rowOf(({ messages }) => messages.has(messageId));
    const message = row.messages.get(messageId);
    if (message === undefined || message.status !== 'queued') return { kind: 'sent' };
    return { content: contentOf(row, messageId, message.kind), seal: ({ text }) => text };
  }

  async sent(_merchantId: string, messageId: string): Promise<void> {
    this.become(messageId, 'sent');
  }

  async failed(_merchantId: string, messageId: string): Promise<void> {
    this.become(messageId, 'failed');
  }

  async send(): Promise<MessageWords> {
    if (this.isAway) throw new MailRefused(false, 'nobody there');
    if (this.refusesAll) throw new MailRefused(true, 'no such mailbox');
    return { subject: 'About your refund', text: 'It is on its way.' };
  }

  private become(messageId: string, status: 'sent' | 'failed'): void {
    const message = this.tables.rowOf(({ messages }) => messages.has(messageId)).messages.get(messageId);
    if (message) message.status = status;
  }
}

/** Return labels and the carrier that prints them. */
export class LabelsInMemory implements ReturnLabelBook, Carrier {
  readonly name = 'easypost';

  constructor(private readonly tables: TablesInMemory) {}

  async labelAsk(_merchantId: string, returnId: string): ReturnType<ReturnLabelBook['labelAsk']> {
    this.row(returnId);
    return { carrier: this.name, reference: returnId };
  }

  async createReturnLabel({ reference }: { reference: string }): Promise<ReturnLabel> {
    return { shipmentRef: reference, trackingCode: `T${reference}`, labelUrl: 'https://carrier.test/label' };
  }

  async labelled(_merchantId: string, returnId: string): Promise<readonly QueuedMessage[]> {
    const row = this.row(returnId);
    row.label = 'ordered';
    return row.queue('return_instructions');
  }

  async unsentInstructions(): Promise<readonly QueuedMessage[]> {
    return []; // A return of these tests is always asked for its label first.
  }

  async unusedLabels(_merchantId: string, returnId: string): ReturnType<ReturnLabelBook['unusedLabels']> {
    const { label } = this.row(returnId);
    return label === 'ordered' ? [{ carrier: this.name, parcelId: returnId, shipmentRef: returnId }] : [];
  }

  async cancelReturnLabel(): Promise<void> {
    // A label that was never used costs nothing.
  }

  async labelCancelled(_merchantId: string, parcelId: string): Promise<void> {
    this.row(parcelId).label = 'cancelled';
  }

  readWebhook(): CarrierScan | undefined {
    return undefined;
  }

  private row(returnId: string): RefundRow {
    return this.tables.rowOf((row) => row.returnId === returnId);
  }
}

const contentOf = (row: RefundRow, id: string, kind: MessageContent['kind']): MessageContent => ({
  kind,
  locale: 'he',
  test: true,
  messageId: `${id}@zikui.test`,
  to: { name: null, address: `${randomUUID()}@example.test` },
  merchantName: 'Lab',
  saleRef: 'S-1',
  refundRef: row.id,
  payout: { amount: 10_000, currency: 'ILS' },
  transfers: [],
  reasonText: null,
  creditNoteNumber: null,
  returned: null,
  labelUrl: null,
  trackingCode: null,
  dueOn: null,
  creditExpiresOn: null,
  portalUrl: null,
});

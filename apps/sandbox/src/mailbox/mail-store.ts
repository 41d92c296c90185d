import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal';

export type Mail = Readonly<{
  id: string;
  messageId: string | null;
  /** Of the envelope. */ from: string;
  /** Who the mail says it is from, as people read it. */ sender: string;
  /** The recipients of the envelope: who really gets it. */ to: readonly string[];
  subject: string;
  receivedAt: string;
  headers: readonly Readonly<{ name: string; value: string }>[];
  text: string;
  html: string;
}>;

/** Older mails than the newest so many are forgotten. */
const MOST_MAILS = 10_000;

/** What arrived, newest last. A mail that came twice stands here twice. */
@Injectable()
export class MailStore {
  private readonly mails = new Map<string, Mail>();

  constructor(private readonly journal: Journal) {
    for (const mail of journal.load('mail') as Mail[]) this.mails.set(mail.id, mail);
  }

  add(mail: Mail): void {
    this.mails.set(mail.id, mail);
    this.journal.append('mail', mail.id, mail);
    const oldest = this.mails.size > MOST_MAILS ? this.mails.keys().next().value : undefined;
    if (oldest === undefined) return;
    this.mails.delete(oldest);
    this.journal.append('mail', oldest, null);
  }

  find(id: string): Mail | undefined {
    return this.mails.get(id);
  }

  /** Newest first; `to` narrows to one address, whatever its case. */
  list({ to, limit }: Readonly<{ to?: string | undefined; limit: number }>): readonly Mail[] {
    const wanted = to?.toLowerCase();
    const found = [...this.mails.values()].reverse();
    return found
      .filter((mail) => wanted === undefined || mail.to.some((address) => address.toLowerCase() === wanted))
      .slice(0, limit);
  }

  clear(): void {
    for (const id of this.mails.keys()) this.journal.append('mail', id, null);
    this.mails.clear();
  }
}

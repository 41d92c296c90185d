import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal';
import type { DialectName } from './dialect-name';

/** An account of a protocol whose callers prove themselves with more than a test key. */
export type Account = Readonly<{ dialect: DialectName; account: string; secret: string }>;
const idOf = (dialect: DialectName, account: string): string => `${dialect}\n${account}`;

/** Who may call in those protocols, and the secret by which he is known. */
@Injectable()
export class AccountBook {
  private readonly accounts = new Map<string, Account>();

  constructor(private readonly journal: Journal) {
    for (const account of journal.load('account') as Account[])
      this.accounts.set(idOf(account.dialect, account.account), account);
  }

  put(account: Account): void {
    const id = idOf(account.dialect, account.account);
    this.accounts.set(id, account);
    this.journal.append('account', id, account);
  }

  secret(dialect: DialectName, account: string): string | undefined {
    return this.accounts.get(idOf(dialect, account))?.secret;
  }
}

import { ibanOf } from './iban';

/** A bank account as it is given: an IBAN, or an Israeli account by bank, branch and number. */
export type BankAccount =
  | Readonly<{ format: 'iban'; iban: string }>
  | Readonly<{ format: 'israeli'; bank: string; branch: string; account: string }>;
export type BankAccountFormat = BankAccount['format'];
export const BANK_ACCOUNT_FORMATS: readonly BankAccountFormat[] = ['iban', 'israeli'];

/** Whom a transfer by hand pays. */
export type PayeeDetails = Readonly<{ name: string; account: BankAccount }>;

export type GivenAccount = Readonly<{ iban?: string; bank?: string; branch?: string; account?: string }>;

/** The account in its one form; `undefined` for a mixture, for a part of one, or for numbers that no bank gives. */
export function bankAccountOf({ iban, bank, branch, account }: GivenAccount): BankAccount | undefined {
  const local = [bank, branch, account];
  if (iban !== undefined) {
    const whole = local.every((part) => part === undefined) ? ibanOf(iban) : undefined;
    return whole === undefined ? undefined : { format: 'iban', iban: whole };
  }
  const [bankNo, branchNo, accountNo] = [digits(bank, 2), digits(branch, 3), digits(account, 9)];
  if (bankNo === undefined || branchNo === undefined || accountNo === undefined || Number(accountNo) < 1_000)
    return undefined;
  return { format: 'israeli', bank: bankNo, branch: branchNo, account: accountNo };
}

/** Digits filled up to the width that Israeli banks use; `undefined` for none, for too many, and for nothing but zeros. */
function digits(text: string | undefined, width: number): string | undefined {
  const plain = text?.replaceAll(/[ -]/g, '') ?? '';
  return /^\d+$/.test(plain) && plain.length <= width && Number(plain) > 0 ? plain.padStart(width, '0') : undefined;
}

const HIDDEN = '••••';

/** The account as people may see it: enough to tell two apart, too little to pay with. */
export const maskedAccount = (account: BankAccount): string =>
  account.format === 'iban'
    ? `${account.iban.slice(0, 2)}${HIDDEN}${account.iban.slice(-4)}`
    : `${account.bank}-${account.branch}-${HIDDEN}${account.account.slice(-3)}`;

/** The holder's name as people may see it: `D. L.` */
export const maskedName = (name: string): string =>
  name
    .split(/\s+/)
    .filter((part) => part !== '')
    .slice(0, 4)
    .map((part) => `${Array.from(part)[0] ?? ''}.`)
    .join(' ');

/** One text for one payee, whatever blanks and case it was given with; its keyed hash is part of what is approved. */
export const payeeText = ({ name, account }: PayeeDetails): string =>
  JSON.stringify([
    name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase(),
    account.format === 'iban' ? account.iban : [account.bank, account.branch, account.account],
  ]);

import fc from 'fast-check';
import { bankAccountOf, maskedAccount, maskedName, payeeText, type BankAccount } from './bank-account';
import { ibanOf, isInSepa } from './iban';

describe('an IBAN', () => {
  it.each([
    ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['IL62 0108 0000 0009 9999 999', 'IL620108000000099999999'],
    ['gb82 west 1234 5698 7654 32', 'GB82WEST12345698765432'],
    ['FR14 2004 1010 0505 0001 3M02 606', 'FR1420041010050500013M02606'],
    ['NO93 8601 1117 947', 'NO9386011117947'],
    ['MT84 MALT 0110 0001 2345 MTLC AST0 01S', 'MT84MALT011000012345MTLCAST001S'],
  ])('%s is one', (text, iban) => expect(ibanOf(text)).toBe(iban));

  it.each(['', 'DE89', 'DE8937040044053201300', 'XX89370400440532013000', 'US64SVBKUS6S3300958879', 'DE89-3704'])(
    '"%s" is none: no country, length or form of one',
    (text) => expect(ibanOf(text)).toBeUndefined(),
  );

  it('with any one digit changed, or two neighbours exchanged, is none', () => {
    const iban = 'DE89370400440532013000';
    fc.assert(
      fc.property(fc.integer({ min: 2, max: iban.length - 1 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = String((Number(iban[at]) + by) % 10);
        expect(ibanOf(iban.slice(0, at) + digit + iban.slice(at + 1))).toBeUndefined();
      }),
    );
    for (let at = 2; at < iban.length - 1; at += 1) {
      const [left = '', right = ''] = [iban[at], iban[at + 1]];
      if (left !== right) expect(ibanOf(iban.slice(0, at) + right + left + iban.slice(at + 2))).toBeUndefined();
    }
  });

  it('is in SEPA by its country', () => {
    expect(isInSepa('DE89370400440532013000')).toBe(true);
    expect(isInSepa('IL620108000000099999999')).toBe(false);
  });
});

describe('an Israeli account', () => {
  it('is its bank, branch and number, filled up with zeros', () =>
    expect(bankAccountOf({ bank: '4', branch: '12', account: '123-456' })).toEqual({
      ...{ format: 'israeli', bank: '04', branch: '012', account: '000123456' },
    }));

  it.each([
    [{ bank: '12', branch: '600' }],
    [{ bank: '123', branch: '600', account: '123456' }],
    [{ bank: '12', branch: '6000', account: '123456' }],
    [{ bank: '12', branch: '600', account: '1234567890' }],
    [{ bank: '00', branch: '600', account: '123456' }],
    [{ bank: '12', branch: '600', account: '999' }],
    [{ bank: '1a', branch: '600', account: '123456' }],
    [{}],
  ])('%j is none', (given) => expect(bankAccountOf(given)).toBeUndefined());

  it('and an IBAN together are none', () =>
    expect(bankAccountOf({ iban: 'DE89370400440532013000', bank: '12' })).toBeUndefined());
});

describe('what people see of a payee', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]{${String(length)}}$`));

  it('never holds more than the last four characters of an account, nor a name', () =>
    fc.assert(
      fc.property(digits(9), (account) => {
        const israeli: BankAccount = { format: 'israeli', bank: '12', branch: '600', account };
        expect(maskedAccount(israeli)).toBe(`12-600-••••${account.slice(-3)}`);
        expect(maskedAccount(israeli)).not.toContain(account.slice(0, 5));
      }),
    ));

  it('is enough to tell two apart', () => {
    expect(maskedAccount({ format: 'iban', iban: 'DE89370400440532013000' })).toBe('DE••••3000');
    expect(maskedName('Dana  Levi')).toBe('D. L.');
    expect(maskedName('נועה לוי')).toBe('נ. ל.');
  });

  it('is one payee however its name was written', () => {
    const account: BankAccount = { format: 'iban', iban: 'DE89370400440532013000' };
    expect(payeeText({ name: ' DANA   levi', account })).toBe(payeeText({ name: 'Dana Levi', account }));
    expect(payeeText({ name: 'Dana Levin', account })).not.toBe(payeeText({ name: 'Dana Levi', account }));
  });
});

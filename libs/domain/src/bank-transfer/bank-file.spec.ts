import fc from 'fast-check';
import { fitsFormat, isSepaName, sepaText, usualFormat, type BankFileFacts } from './bank-file';
import { BANK_FILE_COLUMNS, csvField, csvFile } from './csv-file';
import { sepaFile } from './sepa-file';

const IBAN = { format: 'iban', iban: 'DE89370400440532013000' } as const;
const FILE: BankFileFacts = {
  messageId: 'ZK0193a1b2c3d47e5f8a9b0c1d2e3f4a5b',
  createdAt: '2026-11-28T09:00:00.000Z',
  executeOn: '2026-11-30',
  currency: 'EUR',
  payer: { name: 'Käufer & Söhne GmbH', account: IBAN },
  orders: [
    {
      position: 1,
      endToEndId: 'ZKa',
      amount: 12_345,
      payee: { name: 'Jörg <Müller>', account: IBAN },
      remittance: 'Refund S_1',
    },
    { position: 2, endToEndId: 'ZKb', amount: 5, payee: { name: 'Zoë', account: IBAN }, remittance: 'Refund S-2' },
  ],
};

describe('a SEPA file', () => {
  const text = sepaFile(FILE);

  it('is pain.001.001.09 with one order per transfer, each booked by itself', () => {
    expect(text).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
    expect(text.match(/<CdtTrfTxInf>/g)).toHaveLength(2);
    expect(text.match(/<NbOfTxs>2<\/NbOfTxs>/g)).toHaveLength(2);
    expect(text.match(/<CtrlSum>123.50<\/CtrlSum>/g)).toHaveLength(2);
    expect(text).toContain('<BtchBookg>false</BtchBookg>');
    expect(text).toContain('<ReqdExctnDt>\n        <Dt>2026-11-30</Dt>');
    expect(text).toContain('<EndToEndId>ZKb</EndToEndId>');
    expect(text).toContain('<InstdAmt Ccy="EUR">0.05</InstdAmt>');
  });

  it('carries only the characters that every bank takes, and closes what it opens', () => {
    expect(text).toContain('<Nm>Jorg .Muller.</Nm>');
    expect(text).toContain('<Nm>Kaufer . Sohne GmbH</Nm>');
    expect(text).toContain('<Ustrd>Refund S.1</Ustrd>');
    const open: string[] = [];
    for (const [, slash, name = ''] of text.matchAll(/<(\/?)([A-Za-z]+)[^>?]*>/g)) {
      if (slash === '/') expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('is the same for the same facts, and refuses an account without an IBAN', () => {
    expect(sepaFile({ ...FILE })).toBe(text);
    const account = { format: 'israeli', bank: '12', branch: '600', account: '000123456' } as const;
    expect(() => sepaFile({ ...FILE, payer: { ...FILE.payer, account } })).toThrow('IBAN');
    expect([fitsFormat(account, 'sepa'), fitsFormat(account, 'csv')]).toEqual([false, true]);
  });

  it('writes any name in a form that no XML and no bank stumbles over', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        expect(sepaText(name, 70)).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]{0,70}$/);
      }),
    ));

  it('needs a name of which something is left', () => {
    expect([isSepaName('Jörg'), isSepaName('נועה'), isSepaName('12')]).toEqual([true, false, false]);
    expect([usualFormat('EUR'), usualFormat('ILS')]).toEqual(['sepa', 'csv']);
  });
});

describe('a table of orders', () => {
  it('has the documented columns and a line per transfer, whatever the digits of its currency', () => {
    const of = (currency: string) => csvFile({ ...FILE, currency }).split('\r\n');
    const [head, first] = of('KWD');
    expect(head).toBe(BANK_FILE_COLUMNS.map((column) => `"${column}"`).join(','));
    expect(first).toContain('"12.345","KWD"');
    expect(of('JPY')[2]).toContain('"5","JPY"');
    expect(of('ILS')).toHaveLength(4);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '|cmd', '%0A'])(
    'holds no formula: %j is written as text',
    (text) => expect(csvField(text)).toMatch(/^"'/),
  );

  it('can be read back field by field, whatever stands in it', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        const field = csvField(text);
        expect(field).toMatch(/^"(?:[^"\r\n]|"")*"$/);
        expect(field.slice(1)).not.toMatch(/^[=+\-@|%]/);
      }),
    ));
});

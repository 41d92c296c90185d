import { decimalText } from '../money/format-money';
import type { BankAccount } from './bank-account';
import { sepaText, type BankFileFacts, type BankOrder } from './bank-file';

const NAME = 70;
const REMITTANCE = 140;

/**
 * A SEPA credit transfer, pain.001.001.09. Each order is booked by itself (`BtchBookg` false), so that the statement has
 * a line for it with its end-to-end id. Every account of it has an IBAN.
 */
export function sepaFile(file: BankFileFacts): string {
  const { messageId, createdAt, executeOn, currency, payer, orders } = file;
  const total = orders.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const sums = [
    element('NbOfTxs', String(orders.length)),
    element('CtrlSum', decimalText({ amount: Number(total), currency })),
  ];
  const header = parent('GrpHdr', [
    element('MsgId', messageId),
    element('CreDtTm', createdAt),
    ...sums,
    parent('InitgPty', [element('Nm', sepaText(payer.name, NAME))]),
  ]);
  const payment = parent('PmtInf', [
    element('PmtInfId', messageId),
    element('PmtMtd', 'TRF'),
    element('BtchBookg', 'false'),
    ...sums,
    parent('PmtTpInf', [parent('SvcLvl', [element('Cd', 'SEPA')])]),
    parent('ReqdExctnDt', [element('Dt', executeOn)]),
    parent('Dbtr', [element('Nm', sepaText(payer.name, NAME))]),
    account('DbtrAcct', payer.account),
    parent('DbtrAgt', [parent('FinInstnId', [parent('Othr', [element('Id', 'NOTPROVIDED')])])]),
    element('ChrgBr', 'SLEV'),
    ...orders.map((order) => transferOf(order, currency)),
  ]);
  const lines = parent('CstmrCdtTrfInitn', [header, payment]).map((line) => `  ${line}`);
  return `${['<?xml version="1.0" encoding="UTF-8"?>', DOCUMENT, ...lines, '</Document>'].join('\n')}\n`;
}

const DOCUMENT = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">';

const transferOf = ({ endToEndId, amount, payee, remittance }: BankOrder, currency: string): Lines =>
  parent('CdtTrfTxInf', [
    parent('PmtId', [element('EndToEndId', endToEndId)]),
    parent('Amt', [[`<InstdAmt Ccy="${currency}">${decimalText({ amount, currency })}</InstdAmt>`]]),
    parent('Cdtr', [element('Nm', sepaText(payee.name, NAME))]),
    account('CdtrAcct', payee.account),
    parent('RmtInf', [element('Ustrd', sepaText(remittance, REMITTANCE))]),
  ]);

function account(name: string, of: BankAccount): Lines {
  if (of.format !== 'iban') throw new RangeError('a SEPA file holds accounts with an IBAN only');
  return parent(name, [parent('Id', [element('IBAN', of.iban)])]);
}

type Lines = readonly string[];
const element = (name: string, text: string): Lines => [`<${name}>${escaped(text)}</${name}>`];
const parent = (name: string, children: readonly Lines[]): Lines => [
  `<${name}>`,
  ...children.flat().map((line) => `  ${line}`),
  `</${name}>`,
];
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

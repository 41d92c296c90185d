import type { Posting } from '@zikui/domain';
import type { Refund, Transfer } from './book-rows';
import { balances, type Books } from './books';
import type { ModelGateway, Movement } from './model-gateway';

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
const on = (groups: readonly (readonly Posting[])[], account: string): number =>
  sum(groups.flat().map((posting) => (posting.account === account ? posting.amount : 0)));

/** What of I1-I8, P1 and P6 does not hold at this very moment; the first one found. */
export function brokenNow(books: Books, gateway: ModelGateway): string | undefined {
  return (
    brokenPayments(books) ??
    brokenSale(books) ??
    first(books.refunds, brokenRefund) ??
    first(books.transfers, (transfer) => brokenTransfer(transfer, gateway)) ??
    brokenNotes(books)
  );
}

function brokenPayments({ payments, transfers, externals }: Books): string | undefined {
  const outside = [
    ...externals.values(),
    ...transfers.flatMap(({ attempts }) => attempts.flatMap((one) => one.external ?? [])),
  ];
  return first(payments, (payment) => {
    const holders = [...transfers, ...outside].filter((one) => one.payment === payment);
    const reserved = sum(holders.map((one) => one.reserved));
    if (payment.held !== reserved) return `I1 ${payment.ref} holds ${payment.held}, reserved are ${reserved}`;
    return payment.held > payment.captured ? `I1 ${payment.ref} holds more than was captured` : undefined;
  });
}

function brokenSale({ sale, active }: Books): string | undefined {
  return (
    first(sale.lines, (line) => {
      const parts = active.flatMap(({ quote }) => quote.lines).filter(({ ref }) => ref === line.ref);
      const [units, gross, tax] = [
        sum(parts.map((one) => one.units)),
        sum(parts.map((one) => one.gross)),
        sum(parts.map((one) => one.tax)),
      ];
      if (units > line.quantity || gross > line.total || tax > line.tax) return `I3 more of ${line.ref} than was sold`;
      if (gross === line.total && tax !== line.tax) return `I5 ${line.ref} is given back in full without its tax`;
      return parts.some((one) => one.tax < 0 || one.tax > one.gross)
        ? `I5 a part of ${line.ref} has impossible tax`
        : undefined;
    }) ??
    (sum(active.map(({ quote }) => quote.shipping.gross)) > sale.shipping.total
      ? 'I3 more shipping than was sold'
      : undefined)
  );
}

function brokenRefund(refund: Refund): string | undefined {
  const { name, quote, transfers, closed, notes, counterNotes, postings } = refund;
  const parts = sum(quote.lines.map(({ gross }) => gross)) + quote.shipping.gross + quote.goodwill - quote.fee;
  if (parts !== quote.payout) return `I4 the parts of ${name} do not add up`;
  const live = transfers.filter(({ status }) => status !== 'reversed' && status !== 'released');
  if (sum(live.map(({ amount }) => amount)) > quote.payout) return `I8 ${name} moves more than its payout`;
  const settled = sum(transfers.filter(({ status }) => status === 'settled').map(({ amount }) => amount));
  if (closed === 'completed' && settled !== quote.payout)
    return `I4 ${name} is completed with ${settled} of ${quote.payout}`;
  const credited = sum(notes.map(({ total }) => total)) - sum(counterNotes.map(({ total }) => total));
  if (closed === 'completed' && credited !== settled) return `I7 the notes of ${name} are over ${credited}`;
  if (closed === 'failed' && credited !== 0) return `I7 ${name} is unpaid and its notes are over ${credited}`;
  const uncountered = notes.flatMap(({ over }) => over).filter((one) => one.status === 'reversed');
  if (uncountered.length !== counterNotes.length) return `I7 ${name} has ${counterNotes.length} counter notes`;
  if (!balances(postings)) return `I6 the postings of ${name} do not balance`;
  const owed = on([...postings, ...transfers.flatMap((one) => one.postings)], 'refunds_payable');
  return closed !== null && owed !== 0 ? `I6 ${name} is ${closed} and still owes ${owed}` : undefined;
}

function brokenTransfer(transfer: Transfer, gateway: ModelGateway): string | undefined {
  const { name, amount, status, attempts, postings, reserved, alerts } = transfer;
  if (!Number.isSafeInteger(amount) || amount <= 0) return `I2 ${name} moves ${amount}`;
  if (!balances(postings)) return `I6 the postings of ${name} do not balance`;
  if (-on(postings, 'gateway_clearing') !== (status === 'settled' ? amount : 0))
    return `I6 the ledger differs from ${name}, which is ${status}`;
  if (['planned', 'sending', 'pending', 'in_doubt'].includes(status) && reserved !== amount)
    return `I1 ${name} is ${status} and reserves ${reserved}`;
  if (['released', 'reversed'].includes(status) && reserved !== 0)
    return `I1 ${name} is ${status} and reserves ${reserved}`;
  const open = attempts.filter((one) => ['prepared', 'sent', 'pending', 'unknown'].includes(one.status));
  if (open.length > 1) return `P1 ${name} has ${open.length} open attempts`;
  return brokenAtGateway(transfer, movementsOf(transfer, gateway), gateway, alerts.length > 0);
}

/** In the quiet both books say the same, and whatever is open waits for a person. */
export function brokenInQuiet(
  { transfers, externals }: Books,
  gateway: ModelGateway,
  needsPerson: (transfer: Transfer) => boolean,
): string | undefined {
  const open = transfers.filter(({ status }) => status === 'in_doubt');
  const strange = gateway.movements.filter(({ id, reference }) => id === reference && !externals.has(id));
  const lost = strange.find(({ amount }) => open.every((transfer) => transfer.amount !== amount));
  if (lost !== undefined) return `P2 ${lost.id} was made past this house and is not recorded`;
  return first(transfers, (transfer) => {
    const { name, status, amount, attempts, alerts } = transfer;
    const live = movementsOf(transfer, gateway).filter((one) => one.status === 'settled');
    if (status === 'sending' || status === 'pending') return `P7 ${name} is ${status} in the quiet`;
    if (status === 'in_doubt')
      return needsPerson(transfer) ? undefined : `P7 ${name} stays in doubt although it could be known`;
    if (status === 'settled' && live.some((one) => one.amount !== amount)) return `P1 ${name} settled another amount`;
    const isContradicted = attempts.some(({ reference }) => gateway.contradicted.has(reference));
    const isTold = status === 'settled' || alerts.length > 0;
    const isRight = isContradicted ? live.length === 0 || isTold : (status === 'settled') === (live.length === 1);
    return isRight ? undefined : `P1 ${name} is ${status} and ${live.length} movements of it stand at the gateway`;
  });
}

/** What really moved for a transfer; a gateway that took back its own refusal could not be known better. */
function brokenAtGateway(
  { name, status, attempts }: Transfer,
  all: readonly Movement[],
  gateway: ModelGateway,
  alerted: boolean,
): string | undefined {
  if (attempts.some(({ reference }) => gateway.contradicted.has(reference))) return undefined;
  const live = all.filter((one) => one.status !== 'declined');
  if (live.length > 1) return `P1 ${name} moved money ${live.length} times`;
  if (live.length > 0 && (status === 'declined' || status === 'released') && !alerted)
    return `P6 ${name} is ${status} and its money moved`;
  return status === 'settled' && all.length === 0 ? `P5 ${name} is settled and nothing moved` : undefined;
}

const movementsOf = ({ attempts }: Transfer, { movements }: ModelGateway): readonly Movement[] =>
  movements.filter(({ reference }) => attempts.some((one) => one.reference === reference));

function brokenNotes({ refunds, lastNote, lastCounterNote }: Books): string | undefined {
  const isWhole = (notes: Refund['notes'], last: number): boolean => {
    const numbers = notes.map(({ number }) => number).sort((a, b) => a - b);
    return numbers.every((number, index) => number === index + 1) && numbers.length === last;
  };
  const all = (of: 'notes' | 'counterNotes'): Refund['notes'] => refunds.flatMap((refund) => refund[of]);
  return isWhole(all('notes'), lastNote) && isWhole(all('counterNotes'), lastCounterNote)
    ? undefined
    : 'I7 a series of notes has a gap';
}

function first<T>(all: readonly T[], look: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const broken = look(one);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

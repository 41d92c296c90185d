import { isActive } from '../refund/active-refund';
import { AWAITS_REPAIR, ON_PAGE, type AuditCheck } from './audit-check';

/** A refund that takes from its sale: not given back, and not every transfer came back. */
const ACTIVE = isActive('r');
const OF_LINE = `
  LATERAL (SELECT coalesce(sum(l.units - l.given_back_units), 0) AS units, coalesce(sum(l.gross - l.given_back_gross), 0) AS gross,
      coalesce(sum(l.tax - l.given_back_tax), 0) AS tax
    FROM refund_line l JOIN refund r ON r.id = l.refund_id WHERE l.sale_line_id = s.id AND ${ACTIVE}) taken`;

/** What refunds take from their sale, and how the parts of a payout add up (I3, I4, I5). */
export const QUOTED_MONEY: readonly AuditCheck[] = [
  {
    id: 'A3.lines',
    rule: 'I3',
    sentence: 'no line gives back more units, money or tax than it has',
    subject: 'sale_line',
    broken: `
      SELECT s.id FROM sale_line s, ${OF_LINE}
      WHERE ${ON_PAGE('s')} AND (taken.units > s.quantity OR taken.gross > s.total OR taken.tax > s.tax)`,
  },
  {
    id: 'A3.shipping',
    rule: 'I3',
    sentence: 'no sale gives back more shipping, or tax on it, than it has',
    subject: 'sale',
    broken: `
      SELECT s.id FROM sale s,
        LATERAL (SELECT coalesce(sum(r.shipping_gross - r.given_back_shipping_gross), 0) AS gross,
            coalesce(sum(r.shipping_tax - r.given_back_shipping_tax), 0) AS tax
          FROM refund r WHERE r.sale_id = s.id AND ${ACTIVE}) taken
      WHERE ${ON_PAGE('s')} AND (taken.gross > s.shipping_total OR taken.tax > s.shipping_tax)`,
  },
  {
    id: 'A4.parts',
    rule: 'I4',
    sentence: 'the parts of a payout add up',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND r.payout <>
        (SELECT coalesce(sum(l.gross), 0) FROM refund_line l WHERE l.refund_id = r.id) + r.shipping_gross + r.goodwill - r.fee`,
  },
  {
    id: 'A4.decided',
    rule: 'I4',
    sentence: 'a refund stands as it was decided: payout, shipping, goodwill and fee',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r, LATERAL (SELECT r.decided -> 'quote' AS quote) decided
      WHERE ${ON_PAGE('r')} AND quote IS NOT NULL AND (r.payout, r.shipping_gross, r.goodwill, r.fee) IS DISTINCT FROM
        ((quote ->> 'payout')::bigint, (quote -> 'shipping' ->> 'gross')::bigint, (quote ->> 'goodwill')::bigint, (quote ->> 'fee')::bigint)`,
  },
  {
    id: 'A4.paid',
    rule: 'I4',
    sentence: 'a completed refund has paid its payout, less what was closed short',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND r.status = 'completed' AND NOT ${AWAITS_REPAIR('r')} AND r.payout - r.short_amount <>
        (SELECT coalesce(sum(t.amount), 0) FROM transfer t WHERE t.refund_id = r.id AND t.status = 'settled')`,
  },
  {
    id: 'A5.lines',
    rule: 'I5',
    sentence: 'a line that was given back in full gave back all of its tax',
    subject: 'sale_line',
    broken: `
      SELECT s.id FROM sale_line s, ${OF_LINE}
      WHERE ${ON_PAGE('s')} AND s.total > 0 AND taken.gross = s.total AND taken.tax < s.tax`,
  },
  {
    id: 'A5.parts',
    rule: 'I5',
    sentence: 'the tax of a part is neither negative nor more than the part',
    subject: 'refund_line',
    broken: `SELECT l.id FROM refund_line l WHERE ${ON_PAGE('l')} AND (l.tax < 0 OR l.tax > l.gross)`,
  },
];

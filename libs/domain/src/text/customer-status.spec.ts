import { REFUND_STATUSES, type RefundStatus } from '../refund/refund-status';
import { customerStatus, PAY_WAYS, type PayWay } from './customer-status';

const EVERY = REFUND_STATUSES.flatMap((status) => PAY_WAYS.map((way) => [status, way] as const));
const said = (status: RefundStatus, way: PayWay, locale: 'he' | 'en'): string => {
  const { headline, meaning } = customerStatus(status, way);
  return `${headline[locale]}. ${meaning[locale]}`;
};

/** That money has left. */
const SENT = {
  he: /(?<!לא |עדיין לא )(?:נשלחו|הכסף נשלח(?!,)|הוחזר|הועברו אליך)/,
  en: /\b(?:refunded|paid back|was sent|money sent|has been sent)\b/i,
};

describe.each(EVERY)('a refund that is %s, paid by %s', (status, way) => {
  it('has a headline and a meaning in both languages, each in its own letters', () => {
    const { headline, meaning } = customerStatus(status, way);
    for (const text of [headline, meaning]) {
      expect(text.he).toMatch(/[א-ת]/);
      expect(text.he).not.toMatch(/[A-Za-z](?![^{]*\})/);
      expect(text.en).toMatch(/[a-z]/);
      expect(text.en).not.toMatch(/[א-ת]/);
    }
  });

  it('is not called paid before all of it has settled', () => {
    if (status === 'completed') return;
    expect(said(status, way, 'en').replace(/has not been sent/i, '')).not.toMatch(SENT.en);
    if (status !== 'in_doubt') expect(said(status, way, 'he')).not.toMatch(SENT.he);
  });

  it('names nothing of the house: no state, no gateway, no fault', () => {
    const both = said(status, way, 'en') + said(status, way, 'he');
    expect(both).not.toMatch(/gateway|in_doubt|stripe|adyen|error|fail|oops|!|תקלה|שגיאה/i);
  });
});

it.each(EVERY)(
  'nobody is promised a message about a refund that is %s, paid by %s, once he was erased',
  (status, way) => {
    const { headline, meaning } = customerStatus(status, way, false);
    expect(`${headline.en} ${meaning.en}`).not.toMatch(/\bwe will (?:write|contact)\b/i);
    expect(`${headline.he} ${meaning.he}`).not.toMatch(/נכתוב|נחזור אליך/);
    for (const text of [headline.he, meaning.he]) expect(text).toMatch(/[א-ת]/);
  },
);

describe('what a customer reads', () => {
  it('while nobody knows whether the money moved: that it is being confirmed, and that nothing is lost', () => {
    expect(said('in_doubt', 'original', 'en')).toMatch(/^Confirming the payment\./);
    expect(said('in_doubt', 'original', 'he')).toMatch(/^מוודאים שהכסף נשלח\./);
  });

  it('of store credit never speaks of money that was sent, nor of a bank', () => {
    for (const status of REFUND_STATUSES) {
      expect(said(status, 'store_credit', 'en')).not.toMatch(/money (?:was )?sent|bank|payment company/i);
      expect(said(status, 'store_credit', 'he')).not.toMatch(/הכסף נשלח|בנק|חברת האשראי|חברת הסליקה/);
    }
    expect(said('completed', 'store_credit', 'en')).toMatch(/^Store credit ready to use\./);
    expect(said('completed', 'store_credit', 'he')).toMatch(/^הזיכוי לקנייה מוכן לשימוש\./);
  });

  it('of a bank account speaks of a bank, and of no payment company', () => {
    for (const status of REFUND_STATUSES)
      expect(said(status, 'manual', 'en') + said(status, 'manual', 'he')).not.toMatch(/payment company|חברת הסליקה/);
  });
});

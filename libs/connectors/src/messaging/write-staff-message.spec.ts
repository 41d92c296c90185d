import { STAFF_MESSAGE_KINDS, type StaffMail, type StaffNews } from '@zikui/domain';
import { writeStaffMessage } from './write-staff-message';

const news: StaffNews = {
  ...{ kind: 'approval_open', refundRef: 'rf_1', saleRef: 'ORD-1', step: 2, dueAt: '2026-11-29T13:00:00Z' },
  payout: { amount: 12_345, currency: 'ILS' },
};
const mail = (more: Partial<StaffMail> = {}): StaffMail => ({
  ...{ locale: 'en', test: false, messageId: 'x@zikui', to: 'noa@shop.example', merchantName: 'Shop' },
  ...{ timeZone: 'Asia/Jerusalem', consoleUrl: 'https://z.example/console', news: [news] },
  ...more,
});

describe('a message to an approver', () => {
  it('names the step, the amount and the time, and links to it', () => {
    const { subject, text } = writeStaffMessage(mail());
    expect(subject).toBe('A refund waits for your approval (Shop)');
    expect(text).toContain('approval step 2');
    expect(text).toContain('123.45');
    expect(text).toContain('15:00');
    expect(text).toMatch(/^https:\/\/z\.example\/console\/approvals\/rf_1\/2$/m);
  });

  it('names no step of a refund that needs a person as a whole, and links to its desk', () => {
    const { subject, text } = writeStaffMessage(
      mail({ news: [{ ...news, kind: 'review_assigned', step: null, dueAt: null }] }),
    );
    expect(subject).toBe('A refund that needs a person is yours to see to (Shop)');
    expect(text).toMatch(/^https:\/\/z\.example\/console\/desk\/review\/rf_1$/m);
    expect(text).not.toContain('step');
  });

  it('links to the refund itself where nothing is left to decide', () => {
    const { text } = writeStaffMessage(mail({ news: [{ ...news, kind: 'approval_withdrawn' }] }));
    expect(text).toMatch(/^https:\/\/z\.example\/console\/refunds\/rf_1$/m);
  });

  it('is one digest of several, in the language of its reader', () => {
    const { subject, text } = writeStaffMessage(
      mail({ locale: 'he', test: true, news: [news, { ...news, refundRef: 'rf_2', kind: 'approval_reminder' }] }),
    );
    expect(subject).toMatch(/^TEST: 2 [א-ת]/);
    expect(text.match(/^https:/gm)).toHaveLength(2);
    expect(text).toMatch(/^\u200f/);
  });

  it.each(STAFF_MESSAGE_KINDS)('of kind %s has its own subject in both languages', (kind) => {
    const subjects = (locale: 'he' | 'en') =>
      STAFF_MESSAGE_KINDS.map((one) => writeStaffMessage(mail({ locale, news: [{ ...news, kind: one }] })).subject);
    const { subject, text } = writeStaffMessage(mail({ locale: 'he', news: [{ ...news, kind }] }));
    expect(subject).toMatch(/[א-ת]/);
    expect(text).toMatch(/^https:\/\/z\.example\/console\/\S+rf_1/m);
    expect(new Set([...subjects('he'), ...subjects('en')]).size).toBe(2 * STAFF_MESSAGE_KINDS.length);
  });

  it('lets no name of a shop or sale break out of its line', () => {
    const { subject, text } = writeStaffMessage(
      mail({ merchantName: 'A\r\nBcc: x@y', news: [{ ...news, saleRef: 'S\r\n\u202eX' }] }),
    );
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/\r|\u202e/);
  });
});

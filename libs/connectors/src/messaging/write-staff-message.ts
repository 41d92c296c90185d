import { formatMoney, type Locale, type StaffMail, type StaffMessageKind, type StaffNews } from '@zikui/domain';
import { inDirection, isolateCode, isolateText, tame } from './isolate';

type Texts = Readonly<{
  one: Readonly<Record<StaffMessageKind, string>>;
  many: (count: number) => string;
  line: (parts: Readonly<{ refund: string; sale: string; amount: string; step: number | null }>) => string;
  due: (at: string) => string;
  test: string;
}>;

const TEXTS: Readonly<Record<Locale, Texts>> = {
  he: {
    one: {
      approval_open: 'החזר ממתין לאישורך',
      approval_reminder: 'תזכורת: החזר עדיין ממתין לאישורך',
      approval_escalated: 'החזר שלא אושר בזמן הועבר גם אליך',
      approval_assigned: 'החזר הועבר לטיפולך',
      pay_by_near: 'המועד האחרון בחוק לתשלום החזר מתקרב, והוא ממתין לאישורך',
      pay_by_missed: 'המועד האחרון בחוק לתשלום החזר חלף, והוא ממתין לאישורך',
      approval_withdrawn: 'אין עוד צורך באישורך: מה שהתבקשת לאשר לא יישלח',
      review_assigned: 'החזר שדורש טיפול הועבר אליך',
    },
    many: (count) => `${count} החזרים ממתינים לך`,
    line: ({ refund, sale, amount, step }) =>
      `החזר ${refund}, עסקה ${sale}, ${amount}${step === null ? '' : `, שלב אישור ${step}`}.`,
    due: (at) => `עד ${at}.`,
    test: 'TEST',
  },
  en: {
    one: {
      approval_open: 'A refund waits for your approval',
      approval_reminder: 'Reminder: a refund still waits for your approval',
      approval_escalated: 'A refund that was not approved in time is yours to decide, too',
      approval_assigned: 'A refund was assigned to you',
      pay_by_near: 'A refund that waits for your approval is soon due by law',
      pay_by_missed: 'A refund that waits for your approval is overdue by law',
      approval_withdrawn: 'Your approval is not needed any more: what you were asked about will not be sent',
      review_assigned: 'A refund that needs a person is yours to see to',
    },
    many: (count) => `${count} refunds wait for you`,
    line: ({ refund, sale, amount, step }) =>
      `Refund ${refund}, sale ${sale}, ${amount}${step === null ? '' : `, approval step ${step}`}.`,
    due: (at) => `Until ${at}.`,
    test: 'TEST',
  },
};

/** A mail to a person of the shop in his language: plain text, one paragraph and one link for each step or refund. The link asks for sign-in. */
export function writeStaffMessage(mail: StaffMail): Readonly<{ subject: string; text: string }> {
  const { locale, news, test, merchantName } = mail;
  const texts = TEXTS[locale];
  const [first] = news;
  const about = news.length === 1 && first ? texts.one[first.kind] : texts.many(news.length);
  const subject = `${test ? `${texts.test}: ` : ''}${about} (${tame(merchantName)})`;
  const paragraphs = news.map((one) => paragraph(mail, one).join('\n'));
  return { subject, text: [inDirection(about, locale), ...paragraphs].join('\n\n') };
}

/** Where the console shows what the mail is about: the step with what stands beside its decision, the desk, or the refund. */
function placeOf({ kind, refundRef, step }: StaffNews): string {
  if (kind === 'review_assigned') return `/desk/review/${refundRef}`;
  return step === null || kind === 'approval_withdrawn' ? `/refunds/${refundRef}` : `/approvals/${refundRef}/${step}`;
}

/** Of these the time that was set is over, or counts no more. */
const PASSED: readonly StaffMessageKind[] = ['approval_escalated', 'pay_by_missed', 'approval_withdrawn'];

function paragraph({ locale, timeZone, consoleUrl }: StaffMail, news: StaffNews): readonly string[] {
  const texts = TEXTS[locale];
  const { refundRef, saleRef, payout, step, dueAt, kind } = news;
  const line = texts.line({
    refund: isolateCode(refundRef),
    sale: isolateCode(saleRef),
    amount: isolateText(formatMoney(payout, locale)),
    step,
  });
  const time = new Intl.DateTimeFormat(locale === 'he' ? 'he-IL' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  const due = dueAt === null || PASSED.includes(kind) ? [] : [texts.due(isolateText(time.format(new Date(dueAt))))];
  return [inDirection([line, ...due].join(' '), locale), `${consoleUrl}${placeOf(news)}`];
}

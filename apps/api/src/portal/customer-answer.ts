import { customerStatus, PAY_METHODS, type Locale, type Sentence } from '@zikui/domain';
import type { PortalPage } from '@zikui/persistence';
import { dateLines, paidAmount, paymentLines, payWayOf } from './portal-money';
import { amount, isolated, plain, sentence } from './portal-sentence';

export type CustomerAnswer = Readonly<{ locale: Locale; isErased: boolean; text: Sentence }>;

/** What a person of the staff may tell a customer who asks where the money is: the sentences of his own page, and the numbers that his bank asks for. */
export function customerAnswer(page: PortalPage, locale: Locale): string {
  const { refund } = page;
  const way = payWayOf(page);
  const { headline, meaning } = customerStatus(refund.status, way, !page.isErased);
  const values = { amount: amount(paidAmount(refund), locale), method: isolated(PAY_METHODS[way][locale]) };
  const parts = paymentLines(page, locale);
  const references = parts.flatMap(({ reference, referenceFor }) =>
    reference ? [`${referenceFor}: ${plain(reference)}`] : [],
  );
  return [
    `${headline[locale]}.`,
    plain(sentence(meaning, locale, values)),
    ...dateLines(page, locale).map(plain),
    ...(way === 'mixed' ? parts.map((one) => `${one.way}: ${plain(one.amount)}, ${one.state}`) : []),
    ...references,
  ].join('\n');
}

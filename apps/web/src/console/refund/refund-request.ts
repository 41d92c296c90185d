import { minorUnitsOf } from '@zikui/domain/shown';
import type { Shape } from '../../api/client';

export type RefundRequest = Shape<'RefundRequestBody'>;
type Sale = Shape<'Sale'>;

/** What somebody chose and typed so far. */
export type Answers = Readonly<{
  units: Readonly<Record<string, number>>;
  /** Whether what is left of the shipping goes along. */ shipping: boolean;
  goodwill: string;
  reason: RefundRequest['reason'];
  destination: RefundRequest['destination'];
  note: string;
}>;

export const noAnswers: Answers = {
  ...{ units: {}, shipping: false, goodwill: '', note: '' },
  reason: 'changed_mind',
  destination: 'original',
};

/** Why the answers are no request yet. */
export type Unready = 'nothing' | 'goodwill';

/** The request that the answers make; what of it is possible, and what it pays, the server says. */
export function requestOf(answers: Answers, { saleRef, currency }: Sale): RefundRequest | Unready {
  const lines = Object.entries(answers.units)
    .filter(([, quantity]) => quantity > 0)
    .map(([ref, quantity]) => ({ ref, quantity }));
  const goodwill =
    answers.goodwill.trim() === '' ? null : minorUnitsOf(answers.goodwill.trim().replace(',', '.'), currency);
  if (goodwill === undefined || (goodwill !== null && goodwill <= 0)) return 'goodwill';
  if (lines.length === 0 && !answers.shipping && goodwill === null) return 'nothing';
  return {
    ...{ saleRef, lines, reason: answers.reason, destination: answers.destination },
    ...(answers.shipping && { shipping: 'rest' }),
    ...(goodwill !== null && { goodwill: { amount: goodwill } }),
    ...(answers.note.trim() !== '' && { note: answers.note.trim() }),
  };
}

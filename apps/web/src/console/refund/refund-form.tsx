import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ConfirmLine } from '../../parts/confirm-line';
import { ProblemLine } from '../../parts/state-view';
import { CheckAnswers } from './check-answers';
import { QuotePanel } from './quote-panel';
import { AskedLines } from './asked-lines';
import { AskedReason } from './asked-reason';
import { requestOf, type Answers, type RefundRequest } from './refund-request';
import { useKeptAnswers } from './use-draft';
import { useQuote } from './use-quote';
import styles from './refund.module.css';

/** Lines and reason beside what they would pay; then the answers once more, and one request. */
export function RefundForm({ sale, begun }: Readonly<{ sale: Shape<'Sale'>; begun: Answers }>): ReactNode {
  const { t } = useTranslation('refund');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [answers, setAnswers] = useState<Answers>(begun);
  const throwAway = useKeptAnswers(sale.saleRef, answers);
  const [isChecking, setChecking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const made = requestOf(answers, sale);
  const request = typeof made === 'string' ? null : made;
  const { query, isOld } = useQuote(request);
  const { act, isPending, error } = useAct(
    (body: RefundRequest, key) =>
      answered(api.POST('/v1/refunds', { params: { header: { 'Idempotency-Key': key } }, body })),
    {
      onDone: ({ id }) => {
        void throwAway();
        void queries.invalidateQueries({ queryKey: ['refunds'] });
        void navigate({ to: `/refunds/${id}` });
      },
    },
  );
  useEffect(() => heading.current?.focus(), [isChecking]);
  const quote = request !== null && !query.error ? (query.data ?? null) : null;
  const isReady = request !== null && quote !== null && !isOld;
  if (isChecking && request !== null && quote !== null)
    return (
      <>
        <h2 ref={heading} tabIndex={-1}>
          {t('new.check')}
        </h2>
        <CheckAnswers sale={sale} request={request} quote={quote} />
        <ConfirmLine
          question={t('new.question')}
          confirm={t('new.send')}
          tone="brand"
          busy={isPending}
          isReady={isReady}
          onConfirm={() => act(request)}
          onCancel={() => setChecking(false)}
        >
          {error && <ProblemLine problem={error} />}
        </ConfirmLine>
      </>
    );
  return (
    <div className={styles.form}>
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {t('new.what')}
        </h2>
        <AskedLines sale={sale} answers={answers} onChange={setAnswers} isGoodwillWrong={made === 'goodwill'} />
        <h2>{t('new.why')}</h2>
        <AskedReason answers={answers} onChange={setAnswers} />
        <Button aria-disabled={!isReady} data-off={!isReady || undefined} onClick={() => isReady && setChecking(true)}>
          {t('new.goOn')}
        </Button>
      </div>
      <QuotePanel quote={quote} problem={request === null ? null : query.error} isOld={isOld && request !== null} />
    </div>
  );
}

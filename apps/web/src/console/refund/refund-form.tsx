import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { useAct } from '../../api/use-act';
import { ConfirmLine } from '../../parts/confirm-line';
import { ErrorSummary, type FormFault } from '../../parts/error-summary';
import { ProblemLine } from '../../parts/state-view';
import { AskedLines } from './asked-lines';
import { AskedReason } from './asked-reason';
import { CheckAnswers } from './check-answers';
import { FIELD, faultsOf, isForForm, isUnknown } from './form-faults';
import { QuotePanel } from './quote-panel';
import { requestOf, type Answers, type RefundRequest, type Unready } from './refund-request';
import { useKeptAnswers } from './use-draft';
import { useQuote } from './use-quote';
import styles from './new-refund.module.css';

/** What was refused, and the answers that it was about: once they change it is no more what is wrong. */
type Refused = Readonly<{ answers: Answers; faults: readonly FormFault[] }>;

/** Lines and reason beside what they would pay; then the answers once more, and one request. Nothing that was typed is lost, whatever comes of it. */
export function RefundForm({ sale, begun }: Readonly<{ sale: Shape<'Sale'>; begun: Answers }>): ReactNode {
  const { t } = useTranslation('refund');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [answers, setAnswers] = useState<Answers>(begun);
  const throwAway = useKeptAnswers(sale.saleRef, answers);
  const [isChecking, setChecking] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const made = requestOf(answers, sale);
  const request = typeof made === 'string' ? null : made;
  const { query, isOld } = useQuote(request);
  const refuse = (faults: readonly FormFault[]): void => setRefused({ answers, faults });
  const { act, isPending, error } = useAct(
    (body: RefundRequest, key) =>
      answered(api.POST('/v1/refunds', { params: { header: { 'Idempotency-Key': key } }, body })),
    {
      onDone: ({ id }) => {
        void throwAway();
        void queries.invalidateQueries({ queryKey: ['refunds'] });
        void navigate({ to: `/refunds/${id}` });
      },
      onRefused: (problem) => {
        if (request === null || !isForForm(problem)) return;
        refuse(faultsOf(problem, request));
        setChecking(false);
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
        <Send
          problem={error && !isForForm(error) ? error : null}
          isPending={isPending}
          isReady={isReady}
          onSend={() => act(request)}
          onBack={() => setChecking(false)}
        />
      </>
    );
  const faults = refused?.answers === answers ? refused.faults : faultsOfQuote(query.error, isOld ? null : request);
  const goOn = (): void => {
    if (isReady) setChecking(true);
    else if (typeof made === 'string') refuse([unreadyFault(made, sale, t)]);
  };
  return (
    <div className={styles.form}>
      <div>
        {refused?.answers === answers && <ErrorSummary key={String(refused.faults.length)} faults={refused.faults} />}
        <h2 ref={heading} tabIndex={-1}>
          {t('new.what')}
        </h2>
        <AskedLines
          sale={sale}
          answers={answers}
          faults={made === 'goodwill' ? [...faults, unreadyFault(made, sale, t)] : faults}
          onChange={setAnswers}
        />
        <h2>{t('new.why')}</h2>
        <AskedReason answers={answers} faults={faults} onChange={setAnswers} />
        <Button
          aria-disabled={!isReady && request !== null}
          data-off={(!isReady && request !== null) || undefined}
          onClick={goOn}
        >
          {t('new.goOn')}
        </Button>
      </div>
      <QuotePanel quote={quote} problem={request === null ? null : query.error} isOld={isOld && request !== null} />
    </div>
  );
}

const faultsOfQuote = (problem: Problem | null, request: RefundRequest | null): readonly FormFault[] =>
  problem && request && isForForm(problem) ? faultsOf(problem, request).filter(({ field }) => field !== null) : [];

const unreadyFault = (unready: Unready, { lines }: Shape<'Sale'>, t: (key: string) => string): FormFault =>
  unready === 'goodwill'
    ? { field: FIELD.goodwill, text: t('new.goodwillWrong') }
    : { field: FIELD.line(lines[0]?.ref ?? ''), text: t('new.nothing') };

/** While nobody knows whether it arrived there is no way back: the same request is asked about, by the same key. */
function Send({
  problem,
  isPending,
  isReady,
  onSend,
  onBack,
}: Readonly<{
  problem: Problem | null;
  isPending: boolean;
  isReady: boolean;
  onSend: () => void;
  onBack: () => void;
}>): ReactNode {
  const { t } = useTranslation('refund');
  const isOpen = isUnknown(problem);
  return (
    <ConfirmLine
      question={t('new.question')}
      confirm={t(isOpen ? 'checkWhat' : 'new.send')}
      tone="brand"
      busy={isPending}
      isReady={isReady || isOpen}
      onConfirm={onSend}
      onCancel={onBack}
      canCancel={!isOpen}
    >
      {problem && <ProblemLine problem={problem} />}
    </ConfirmLine>
  );
}

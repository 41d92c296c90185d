import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { formatMoney, type Money as Amount } from '@zikui/domain/shown';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import { NETWORK_LOST } from '../../api/problem';
import { useAct, type Act } from '../../api/use-act';
import { ConfirmLine } from '../../parts/confirm-line';
import { Money } from '../../parts/money';
import { ProblemLine } from '../../parts/state-view';
import styles from './approvals.module.css';
import { stepsIn, useBulkPreview, type BulkAsk, type BulkPreview } from './bulk-preview';
import { BulkReason, type Texts } from './bulk-reason';
import { BulkResults, LeftOut } from './bulk-results';
import type { InboxItem } from './inbox';

/** As many as the API decides at once. */
export const MOST_AT_ONCE = 50;
type Props = Readonly<{ chosen: readonly InboxItem[]; onClear: () => void }>;
type Body = Shape<'BulkDecisionBody'>;
type Outcome = BulkAsk['outcome'];

/** Decides many of one currency, each as it was read. The API says what they come to; whoever decides types it, and each gets its own answer. */
export function BulkLine({ chosen, onClear }: Props): ReactNode {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reasonCode, setReason] = useState('');
  const [texts, setTexts] = useState<Texts>({});
  const deciding = useBulkDecision();
  const isSent = deciding.isPending || isLost(deciding);
  const isAsked = chosen.length > 0 && !isSent && !deciding.data;
  const preview = useBulkPreview(chosen, { outcome: outcome ?? 'approve', reasonCode }, isAsked);
  const close = (): void => {
    setOutcome(null);
    setReason('');
    setTexts({});
    deciding.reset();
  };
  if (deciding.data) {
    const end = (): void => {
      close();
      onClear();
    };
    return <BulkResults outcome={outcome ?? 'approve'} items={deciding.data.items} onClose={end} />;
  }
  // What was sent stays in sight, also when its steps have left the list.
  if (chosen.length === 0 && !isSent) return null;
  const { data } = preview;
  const asked = data && bodyOf(data, chosen, { outcome: outcome ?? 'approve', reasonCode, texts });
  return (
    <Chosen count={chosen.length} preview={data}>
      {preview.error && <ProblemLine problem={preview.error} />}
      {outcome && data ? (
        <Confirm
          outcome={outcome}
          count={data.count}
          // Of several currencies, or while it is read anew, there is nothing that could be typed.
          total={preview.isPlaceholderData ? null : data.total}
          body={isSent ? deciding.variables : asked}
          deciding={deciding}
          onCancel={close}
        >
          {outcome === 'reject' && (
            <BulkReason
              reasons={data.rejectionReasons}
              locales={localesIn(data)}
              code={reasonCode}
              texts={texts}
              onChange={(code, written) => {
                setReason(code);
                setTexts(written);
              }}
            />
          )}
        </Confirm>
      ) : (
        <Begin isReady={Boolean(data?.total)} onBegin={setOutcome} onClear={onClear} />
      )}
      {deciding.error && <ProblemLine problem={deciding.error} />}
    </Chosen>
  );
}

type Deciding = Act<Body, Shape<'DecidedItems'>>;
const isLost = ({ error }: Pick<Deciding, 'error'>): boolean => error?.code === NETWORK_LOST;

function useBulkDecision(): Deciding {
  const queries = useQueryClient();
  return useAct(
    (body: Body, key) =>
      answered(api.POST('/v1/approvals/decisions', { params: { header: { 'Idempotency-Key': key } }, body })),
    { onDone: () => void queries.invalidateQueries({ queryKey: ['approvals'] }) },
  );
}

/** Null while something of it is missing. */
function bodyOf(
  preview: BulkPreview,
  chosen: readonly InboxItem[],
  { outcome, reasonCode, texts }: BulkAsk & Readonly<{ texts: Texts }>,
): Body | null {
  const { total } = preview;
  if (!total || (outcome === 'reject' && (!reasonCode || localesIn(preview).some((one) => !texts[one]?.trim()))))
    return null;
  const decisions = stepsIn(preview, chosen).map(({ locale, ...step }) => ({
    ...step,
    outcome,
    ...(outcome === 'reject' && reasonCode && { reasonCode, note: texts[locale ?? 'he']?.trim() ?? '' }),
  }));
  return { total, decisions };
}

/** In which the customers of those that may be decided are written to. */
const localesIn = ({ items }: BulkPreview): readonly ('he' | 'en')[] =>
  (['he', 'en'] as const).filter((locale) => items.some((item) => item.reason === null && item.locale === locale));

function Chosen({
  count,
  preview,
  children,
}: Readonly<{ count: number; preview: BulkPreview | undefined; children: ReactNode }>): ReactNode {
  const { t } = useTranslation('approvals');
  const isMixed = preview !== undefined && preview.count > 0 && preview.total === null;
  return (
    <section className={styles.bulk} aria-label={t('bulk.title')}>
      <p>
        {t('bulk.chosen', { count: preview?.count ?? count })} {preview?.total && <Money of={preview.total} strong />}
      </p>
      {isMixed && <p>{t('bulk.oneCurrency')}</p>}
      {preview && <LeftOut items={preview.items} />}
      {children}
    </section>
  );
}

function Begin({
  isReady,
  onBegin,
  onClear,
}: Readonly<{ isReady: boolean; onBegin: (outcome: Outcome) => void; onClear: () => void }>): ReactNode {
  const { t } = useTranslation('approvals');
  return (
    <div className={styles.buttons}>
      <Button color="approve" disabled={!isReady} onClick={() => onBegin('approve')}>
        {t('bulk.open.approve')}
      </Button>
      <Button variant="default" disabled={!isReady} onClick={() => onBegin('reject')}>
        {t('bulk.open.reject')}
      </Button>
      <Button variant="default" onClick={onClear}>
        {t('bulk.clear')}
      </Button>
    </div>
  );
}

/** Ready once the sum that the API said was typed as it stands there. */
function Confirm({
  outcome,
  count,
  total,
  body,
  deciding,
  onCancel,
  children,
}: Readonly<{
  outcome: Outcome;
  count: number;
  total: Amount | null;
  body: Body | null | undefined;
  deciding: Deciding;
  onCancel: () => void;
  children: ReactNode;
}>): ReactNode {
  const { t } = useTranslation('approvals');
  const [typed, setTyped] = useState('');
  const isTyped = total !== null && figure(typed) === figure(formatMoney(total, 'en'));
  return (
    <ConfirmLine
      level={2}
      question={t(`bulk.question.${outcome}`)}
      confirm={isLost(deciding) ? t('check') : t(`bulk.send.${outcome}`, { count })}
      tone={outcome === 'approve' ? 'approve' : 'danger'}
      busy={deciding.isPending}
      isReady={Boolean(body) && (isTyped || isLost(deciding))}
      onConfirm={() => body && deciding.act(body)}
      onCancel={onCancel}
    >
      {children}
      <TextInput
        label={t('bulk.type')}
        dir="ltr"
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </ConfirmLine>
  );
}

/** The digits and the point of an amount, however its thousands and its currency are written. */
const figure = (text: string): string => text.replace(/[^\d.]/g, '');

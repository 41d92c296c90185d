import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { formatMoney, sum, type Money as Amount } from '@zikui/domain/shown';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ConfirmLine } from '../../parts/confirm-line';
import { IdChip } from '../../parts/id-chip';
import { Money } from '../../parts/money';
import { ProblemLine } from '../../parts/state-view';
import styles from './approvals.module.css';
import type { InboxItem } from './inbox';

/** As many as the API decides at once. */
export const MOST_AT_ONCE = 50;
type Decided = Shape<'DecidedItem'>;
type Props = Readonly<{ chosen: readonly InboxItem[]; onClear: () => void }>;

/** Approves many of one currency, each as it was read. Whoever does it types the sum that stands there; each gets its own answer. */
export function BulkLine({ chosen, onClear }: Props): ReactNode {
  const { t } = useTranslation('approvals');
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const deciding = useAct(
    ({ items, total }: Readonly<{ items: readonly InboxItem[]; total: Amount }>, key) =>
      answered(
        api.POST('/v1/approvals/decisions', {
          params: { header: { 'Idempotency-Key': key } },
          body: {
            // The server adds anew: what was shown and typed has to be what it comes to.
            total,
            decisions: items.map(({ refundId, step, snapshotHash }) => ({
              refundId,
              step,
              snapshotHash,
              outcome: 'approve' as const,
            })),
          },
        }),
      ),
    { onDone: () => void queries.invalidateQueries({ queryKey: ['approvals'] }) },
  );
  const total = totalOf(chosen);
  const close = (): void => {
    setOpen(false);
    setTyped('');
    deciding.reset();
  };
  if (deciding.data)
    return (
      <Results
        items={deciding.data.items}
        onClose={() => {
          close();
          onClear();
        }}
      />
    );
  if (chosen.length === 0) return null;
  return (
    <section className={styles.bulk} aria-label={t('bulk.title')}>
      <p>
        {t('bulk.chosen', { count: chosen.length })} {total && <Money of={total} strong />}
      </p>
      {!total && <p>{t('bulk.oneCurrency')}</p>}
      {isOpen && total ? (
        <ConfirmLine
          question={t('bulk.question')}
          confirm={t('bulk.approve', { count: chosen.length })}
          tone="approve"
          busy={deciding.isPending}
          isReady={figure(typed) === figure(formatMoney(total, 'en'))}
          onConfirm={() => deciding.act({ items: chosen, total })}
          onCancel={close}
        >
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
      ) : (
        <div className={styles.buttons}>
          <Button color="approve" disabled={!total} onClick={() => setOpen(true)}>
            {t('bulk.open')}
          </Button>
          <Button variant="default" onClick={onClear}>
            {t('bulk.clear')}
          </Button>
        </div>
      )}
      {deciding.error && <ProblemLine problem={deciding.error} />}
    </section>
  );
}

/** Of one currency; none for amounts that cannot be added. */
function totalOf(items: readonly InboxItem[]): Amount | null {
  const [first] = items;
  const isOne = first !== undefined && items.every(({ payout }) => payout.currency === first.payout.currency);
  return isOne
    ? sum(
        items.map(({ payout }) => payout),
        first.payout.currency,
      )
    : null;
}

/** The digits and the point of an amount, however its thousands and its currency are written. */
const figure = (text: string): string => text.replace(/[^\d.]/g, '');

function Results({ items, onClose }: Readonly<{ items: readonly Decided[]; onClose: () => void }>): ReactNode {
  const { t } = useTranslation('approvals');
  return (
    <section className={styles.bulk} aria-label={t('bulk.results')} role="status">
      <ul>
        {items.map((item) => (
          <li key={item.refundId}>
            <IdChip id={item.refundId} /> <ResultOf item={item} />
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={onClose}>
        {t('conflict.close')}
      </Button>
    </section>
  );
}

function ResultOf({ item }: Readonly<{ item: Decided }>): ReactNode {
  const { t } = useTranslation('approvals');
  if (item.problem) return <span>{item.problem.detail}</span>;
  return <span>{t(`bulk.state.${item.state}`)}</span>;
}

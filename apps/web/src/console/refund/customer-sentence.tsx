import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { useMay } from '../../api/me';
import { Icon } from '../../parts/icons';
import { StateView } from '../../parts/state-view';
import { announce } from '../../shell/announce';
import { usePolling } from '../../shell/live';
import styles from './refund.module.css';
import type { RefundDetail } from './refund-queries';

type CustomerAnswer = Shape<'CustomerAnswer'>;

/** What support tells a customer who asks where the money is: the words of his own page, ready to be copied in his language. */
export function CustomerSentence({ refund }: Readonly<{ refund: RefundDetail }>): ReactNode {
  const may = useMay();
  return may('refund.follow') ? <Answer id={refund.id} /> : null;
}

function Answer({ id }: Readonly<{ id: string }>): ReactNode {
  const { t } = useTranslation('refund');
  const query = useQuery<CustomerAnswer, Problem>({
    queryKey: ['refunds', id, 'customer-answer'],
    queryFn: () => answered(api.GET('/v1/refunds/{id}/customer-answer', { params: { path: { id } } })),
    refetchInterval: usePolling(),
  });
  return (
    <section className={styles.answer} aria-label={t('sentence.title')}>
      <h2>{t('sentence.title')}</h2>
      <StateView query={query} rows={3}>
        {(answer) => <Words answer={answer} />}
      </StateView>
    </section>
  );
}

function Words({ answer: { locale, isErased, text } }: Readonly<{ answer: CustomerAnswer }>): ReactNode {
  const { t } = useTranslation('refund');
  const other = locale === 'he' ? 'en' : 'he';
  const copy = async (language: typeof locale): Promise<void> => {
    await navigator.clipboard.writeText(text[language]);
    announce(t('sentence.copied'));
  };
  return (
    <>
      {isErased ? <p className="muted">{t('sentence.erased')}</p> : null}
      <blockquote lang={locale} dir={locale === 'he' ? 'rtl' : 'ltr'} className={styles.said}>
        {text[locale].split('\n').map((line) => (
          <p key={line} dir="auto">
            {line}
          </p>
        ))}
      </blockquote>
      <div className={styles.copies}>
        <Button size="compact-md" leftSection={<Icon name="IconCopy" size={16} />} onClick={() => void copy(locale)}>
          {t(`sentence.copy.${locale}`)}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => void copy(other)}>
          {t(`sentence.copy.${other}`)}
        </Button>
      </div>
    </>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { formatMoney, type Locale, type Money } from '@zikui/domain/shown';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import { useMe } from '../../api/me';
import type { Problem } from '../../api/problem';
import { Bdi } from '../../parts/bdi';
import { StateView } from '../../parts/state-view';
import { useTitle } from '../../shell/use-title';
import { useZone } from '../../shell/use-zone';
import { directionOf } from '../../texts/language';
import { useLocale } from '../../texts/use-locale';
import styles from './refund.module.css';
import paperStyles from './document.module.css';

type Note = Shape<'CreditNoteDocument'>;
type Part = Note['shipping'];

/** One document as it is printed, in Hebrew or in English: an issued one never changes. */
export function Screen(): ReactNode {
  const { id = '', note = '' }: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const { t } = useTranslation('refund');
  const own = useLocale();
  const asked: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const language: Locale = asked['language'] === 'he' || asked['language'] === 'en' ? asked['language'] : own;
  const query = useQuery<Note, Problem>({
    queryKey: ['refunds', id, 'document', note],
    queryFn: () => answered(api.GET('/v1/credit-notes/{id}', { params: { path: { id: note } } })),
  });
  useTitle(query.data?.number ?? t('documents.types.credit_note'));
  return (
    <>
      <div className={styles.actions}>
        <Button component={Link} variant="default" to={`/refunds/${id}?tab=documents`}>
          {t('documents.back')}
        </Button>
        <Button onClick={() => window.print()}>{t('documents.print')}</Button>
      </div>
      {!query.data && <h1 className="for-readers">{t('documents.types.credit_note')}</h1>}
      <StateView query={query} rows={10}>
        {(document) => <Paper note={document} language={language} />}
      </StateView>
    </>
  );
}

function Paper({ note, language }: Readonly<{ note: Note; language: Locale }>): ReactNode {
  const { t } = useTranslation('refund', { lng: language });
  const { data: me } = useMe();
  const zone = useZone();
  const day = (at: string): string =>
    new Intl.DateTimeFormat(language === 'he' ? 'he-IL' : 'en-GB', { dateStyle: 'long', timeZone: zone }).format(
      new Date(at),
    );
  const amount = (money: Money): ReactNode => <bdi>{formatMoney(money, language)}</bdi>;
  /** What the seller keeps lowers the total: with its sign, every column adds up. */
  const less = (money: Money): Money => ({ ...money, amount: -money.amount });
  const row = (key: string, name: ReactNode, { gross, tax, net }: Part): ReactNode => (
    <tr key={key}>
      <th scope="row">{name}</th>
      <td className={styles.amount}>{amount(net)}</td>
      <td className={styles.amount}>{amount(tax)}</td>
      <td className={styles.amount}>{amount(gross)}</td>
    </tr>
  );
  const { seller, invoice } = note;
  return (
    <article className={paperStyles.paper} lang={language} dir={directionOf(language)}>
      <h1>
        {t(`documents.types.${note.documentType}`)}{' '}
        {note.number === null ? (
          t('documents.draft')
        ) : (
          <bdi dir="ltr" className="unbroken">
            {note.number}
          </bdi>
        )}
      </h1>
      {me?.merchant.mode === 'test' && (
        <p>
          <strong>{t('documents.test')}</strong>
        </p>
      )}
      <p>
        <Bdi>{seller.name}</Bdi>
        <br />
        {t('documents.registration')} <bdi dir="ltr">{seller.registrationNumber}</bdi>
        <br />
        <Bdi>{seller.address}</Bdi>
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>{t('documents.issued')}</dt>
          <dd>{note.issuedAt === null ? t('documents.draft') : <bdi>{day(note.issuedAt)}</bdi>}</dd>
        </div>
        <div>
          <dt>{t('documents.invoice')}</dt>
          <dd>
            {invoice === null ? (
              t('documents.noInvoice')
            ) : (
              <>
                <bdi dir="ltr">{invoice.number}</bdi> · <bdi>{day(invoice.issuedAt)}</bdi>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('head.order')}</dt>
          <dd>
            <Bdi>{note.saleRef}</Bdi>
          </dd>
        </div>
        <div>
          <dt>{t('head.customer')}</dt>
          <dd>
            <Bdi>{note.buyerRef}</Bdi>
          </dd>
        </div>
      </dl>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('documents.parts')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('new.item')}</th>
              <th scope="col" className={styles.amount}>
                {t('documents.net')}
              </th>
              <th scope="col" className={styles.amount}>
                {t('documents.tax')}
              </th>
              <th scope="col" className={styles.amount}>
                {t('documents.gross')}
              </th>
            </tr>
          </thead>
          <tbody>
            {note.lines.map((line) =>
              row(
                line.ref,
                <>
                  <Bdi>{line.description}</Bdi>
                  {line.units > 0 && <span className="muted"> · {t('money.units', { count: line.units })}</span>}
                </>,
                line,
              ),
            )}
            {note.shipping.gross.amount > 0 && row('shipping', t('money.shipping'), note.shipping)}
            {note.goodwill.gross.amount > 0 && row('goodwill', t('money.goodwill'), note.goodwill)}
            {note.fee.gross.amount > 0 &&
              row('fee', t('money.fee'), {
                gross: less(note.fee.gross),
                tax: less(note.fee.tax),
                net: less(note.fee.net),
              })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                <strong>{t('documents.total')}</strong>
              </th>
              <td className={styles.amount}>{amount(note.net)}</td>
              <td className={styles.amount}>{amount(note.tax)}</td>
              <td className={styles.amount}>
                <strong>{amount(note.total)}</strong>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </article>
  );
}

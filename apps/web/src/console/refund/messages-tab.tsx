import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import { useMay } from '../../api/me';
import { useAct } from '../../api/use-act';
import { usePaged, type ReadsOn } from '../../api/use-paged';
import { ConfirmLine } from '../../parts/confirm-line';
import { Icon } from '../../parts/icons';
import { Empty, ProblemLine, StateView } from '../../parts/state-view';
import { TimeShown } from '../../parts/time-shown';
import { announce } from '../../shell/announce';
import { directionOf } from '../../texts/language';
import type { RefundDetail } from './refund-queries';
import styles from './refund.module.css';

type Message = Shape<'SentMessage'>;
type Props = Readonly<{ refund: RefundDetail }>;

/** What the customer was told: in words for whoever may see persons, else that it was sent. */
export function MessagesTab({ refund }: Props): ReactNode {
  const may = useMay();
  return may('note.read') ? <Messages refund={refund} /> : <Sendings refund={refund} />;
}

function Sendings({ refund }: Props): ReactNode {
  const { t } = useTranslation('refund');
  if (refund.messages.length === 0) return <Empty title={t('messages.none')} />;
  return (
    <ul className={styles.plain}>
      {refund.messages.map(({ id, kind, status, sentAt }) => (
        <li key={id}>
          {t(`messages.kinds.${kind}`)} · {t(`messages.states.${status}`)}{' '}
          {sentAt !== null && <TimeShown at={sentAt} />}
        </li>
      ))}
    </ul>
  );
}

function Messages({ refund }: Props): ReactNode {
  const { t } = useTranslation('refund');
  const query = useMessages(refund.id);
  return (
    <StateView
      query={query}
      rows={4}
      isEmpty={({ items }) => items.length === 0}
      empty={<Empty title={t('messages.none')} />}
    >
      {({ items }) => (
        <>
          <ol className={styles.plain}>
            {items.map((message) => (
              <li key={message.id}>
                <OneMessage refundId={refund.id} message={message} />
              </li>
            ))}
          </ol>
          <MoreMessages {...query} />
        </>
      )}
    </StateView>
  );
}

const useMessages = (id: string) =>
  usePaged<Message>(['refunds', id, 'messages'], (after) =>
    answered(
      api.GET('/v1/refunds/{id}/messages', { params: { path: { id }, query: { ...(after !== null && { after }) } } }),
    ),
  );

function MoreMessages({
  hasNextPage,
  isFetchingNextPage,
  isFetchNextPageError,
  fetchNextPage,
  error,
}: ReadsOn): ReactNode {
  const { t } = useTranslation('refund');
  return (
    <>
      {isFetchNextPageError && error && <ProblemLine problem={error} />}
      {hasNextPage && (
        <Button
          variant="default"
          aria-disabled={isFetchingNextPage}
          onClick={() => !isFetchingNextPage && void fetchNextPage()}
        >
          {t('messages.more')}
        </Button>
      )}
    </>
  );
}

function OneMessage({ refundId, message }: Readonly<{ refundId: string; message: Message }>): ReactNode {
  const { t } = useTranslation('refund');
  const may = useMay();
  const [isAsked, setAsked] = useState(false);
  const { kind, channel, locale, status, failure, to, createdAt, sentAt, resendOf, mayResend } = message;
  return (
    <article className={styles.message} aria-label={t(`messages.kinds.${kind}`)}>
      <h3>
        {t(`messages.kinds.${kind}`)} {resendOf !== null && <span className="muted">{t('messages.again')}</span>}
      </h3>
      <p className="muted">
        {t(`messages.channels.${channel}`)}
        {to !== null && (
          <>
            {' '}
            {t('messages.to')} <bdi dir="ltr">{to}</bdi>
          </>
        )}{' '}
        · {t(`messages.languages.${locale}`)} · {t(`messages.states.${status}`)}{' '}
        <TimeShown at={sentAt ?? createdAt} exact />
        {failure !== null && <> · {t(`messages.failures.${failure}`)}</>}
      </p>
      <Words message={message} />
      {mayResend && may('message.resend') && !isAsked && (
        <Button variant="default" size="compact-md" onClick={() => setAsked(true)}>
          {t('messages.resend')}
        </Button>
      )}
      {isAsked && <Resend refundId={refundId} message={message} onEnd={() => setAsked(false)} />}
    </article>
  );
}

/** What the customer was told, or would be told now: which of them it is stands above the words. */
function Words({ message }: Readonly<{ message: Message }>): ReactNode {
  const { t } = useTranslation('refund');
  const [isOpen, setOpen] = useState(false);
  const { wording, locale, status, sentAt, subject, text, mayResend } = message;
  // What was never sent, and will not be, told the customer nothing: there are no words to take for it.
  if (status === 'suppressed' && wording === 'as_of_now' && !mayResend)
    return <p className="muted">{t('messages.wordings.overtaken')}</p>;
  if (text === null) return <p className="muted">{t(`messages.wordings.${wording}`)}</p>;
  const isPreview = wording === 'as_of_now' && sentAt === null;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.disclosure}>
        <Icon name={isOpen ? 'IconChevronDown' : 'IconChevronRight'} size={16} />
        {t(isPreview ? 'messages.preview' : 'messages.words')}
      </summary>
      <p className="muted">{t(`messages.wordings.${isPreview ? 'preview' : wording}`)}</p>
      <div className={styles.letter} lang={locale} dir={directionOf(locale)}>
        <strong>{subject}</strong>
        <pre>{text}</pre>
      </div>
    </details>
  );
}

/** Sends it once more, after what that means was said. */
function Resend({
  refundId,
  message,
  onEnd,
}: Readonly<{ refundId: string; message: Message; onEnd: () => void }>): ReactNode {
  const { t } = useTranslation('refund');
  const queries = useQueryClient();
  const path = { id: refundId, messageId: message.id };
  const { act, isPending, error } = useAct(
    (_: undefined, key) =>
      answered(
        api.POST('/v1/refunds/{id}/messages/{messageId}/resend', {
          params: { path, header: { 'Idempotency-Key': key } },
        }),
      ),
    {
      onDone: () => {
        announce(t('messages.resent'));
        void queries.invalidateQueries({ queryKey: ['refunds', refundId] });
        onEnd();
      },
    },
  );
  return (
    <ConfirmLine
      question={t('messages.resendQuestion')}
      confirm={t('messages.resend')}
      tone="brand"
      busy={isPending}
      onConfirm={() => act(undefined)}
      onCancel={onEnd}
    >
      {error && <ProblemLine problem={error} />}
    </ConfirmLine>
  );
}

import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import { useMay } from '../../api/me';
import type { Problem } from '../../api/problem';
import { useAct } from '../../api/use-act';
import { ConfirmLine } from '../../parts/confirm-line';
import { Empty, ProblemLine, StateView } from '../../parts/state-view';
import { TimeShown } from '../../parts/time-shown';
import { announce } from '../../shell/announce';
import { usePolling } from '../../shell/live';
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
  const query = useQuery<Shape<'SentMessageList'>, Problem>({
    queryKey: ['refunds', refund.id, 'messages'],
    queryFn: () => answered(api.GET('/v1/refunds/{id}/messages', { params: { path: { id: refund.id } } })),
    refetchInterval: usePolling(),
  });
  return (
    <StateView
      query={query}
      rows={4}
      isEmpty={({ items }) => items.length === 0}
      empty={<Empty title={t('messages.none')} />}
    >
      {({ items }) => (
        <ol className={styles.plain}>
          {items.map((message) => (
            <li key={message.id}>
              <OneMessage refundId={refund.id} message={message} />
            </li>
          ))}
        </ol>
      )}
    </StateView>
  );
}

function OneMessage({ refundId, message }: Readonly<{ refundId: string; message: Message }>): ReactNode {
  const { t } = useTranslation('refund');
  const may = useMay();
  const [isAsked, setAsked] = useState(false);
  const { kind, channel, locale, status, createdAt, sentAt, resendOf, subject, text, mayResend } = message;
  return (
    <article aria-label={t(`messages.kinds.${kind}`)}>
      <h3>
        {t(`messages.kinds.${kind}`)} {resendOf !== null && <span className="muted">{t('messages.again')}</span>}
      </h3>
      <p className="muted">
        {t(`messages.channels.${channel}`)} · {t(`messages.languages.${locale}`)} · {t(`messages.states.${status}`)}{' '}
        <TimeShown at={sentAt ?? createdAt} />
      </p>
      {text === null ? (
        <p className="muted">{t('messages.noWords')}</p>
      ) : (
        <details>
          <summary className={styles.disclosure}>{t('messages.words')}</summary>
          <p className="muted">{t('messages.wordsHint')}</p>
          <div className={styles.letter} lang={locale} dir={locale === 'he' ? 'rtl' : 'ltr'}>
            <strong>{subject}</strong>
            <pre>{text}</pre>
          </div>
        </details>
      )}
      {mayResend && may('message.resend') && !isAsked && (
        <Button variant="default" size="compact-md" onClick={() => setAsked(true)}>
          {t('messages.resend')}
        </Button>
      )}
      {isAsked && <Resend refundId={refundId} message={message} onEnd={() => setAsked(false)} />}
    </article>
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

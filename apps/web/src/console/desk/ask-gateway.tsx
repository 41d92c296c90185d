import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answeredWithStatus, api } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useKeys } from '../../keys/use-keys';
import { ActButton } from '../../parts/act-button';
import { ProblemLine } from '../../parts/state-view';
import styles from '../../parts/two-sides.module.css';
import { announce } from '../../shell/announce';
import type { ReviewTransfer } from './reviews';

const ACCEPTED = 202;

/** Asks the gateway what became of a transfer. It moves nothing, so one key or click is enough. */
export function AskGateway({
  refundId,
  transfer,
  hasKey,
  many,
}: Readonly<{ refundId: string; transfer: ReviewTransfer; hasKey: boolean; many: boolean }>): ReactNode {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const [told, setTold] = useState<'asked' | 'pending' | null>(null);
  const asking = useAct(
    async (id: string, key) => {
      const { status } = await answeredWithStatus(
        api.POST('/v1/refunds/{id}/lookups', {
          params: { path: { id: refundId }, header: { 'Idempotency-Key': key } },
          body: { transfer: id },
        }),
      );
      return status === ACCEPTED ? ('pending' as const) : ('asked' as const);
    },
    {
      onDone: (what) => {
        setTold(what);
        announce(t(`told.${what}`));
        for (const topic of ['reviews', 'refunds']) void queries.invalidateQueries({ queryKey: [topic] });
      },
    },
  );
  const ask = (): void => asking.act(transfer.id);
  useKeys(hasKey ? [{ code: 'KeyL', label: t('ask'), act: ask }] : []);
  return (
    <div className={styles.buttons}>
      <ActButton hotkey={hasKey ? 'L' : undefined} busy={asking.isPending} doing={t('asking')} onAct={ask}>
        {many ? t('actionOf', { action: t('ask'), number: String(transfer.no) }) : t('ask')}
      </ActButton>
      {told !== null && !asking.isPending && <p role="status">{t(`told.${told}`)}</p>}
      {asking.error && <ProblemLine problem={asking.error} />}
    </div>
  );
}

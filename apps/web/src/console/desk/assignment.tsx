import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client';
import { useMay, useMe } from '../../api/me';
import { useAct } from '../../api/use-act';
import { useKeys } from '../../keys/use-keys';
import { ActButton } from '../../parts/act-button';
import { Bdi } from '../../parts/bdi';
import { ProblemLine } from '../../parts/state-view';
import { announce } from '../../shell/announce';
import type { Review } from './reviews';

/** Who sees to it, and a way to take it. */
export function Assignment({ review }: Readonly<{ review: Review }>): ReactNode {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const { data: me } = useMe();
  const mayTake = useMay()('review.assign') && me !== undefined && review.assignedTo !== me.person;
  const taking = useAct(
    (to: string) =>
      answered(
        api.PUT('/v1/refunds/{id}/review-assignment', { params: { path: { id: review.refundId } }, body: { to } }),
      ),
    {
      onDone: () => {
        announce(t('taken'));
        void queries.invalidateQueries({ queryKey: ['reviews'] });
      },
    },
  );
  const take = (): void => {
    if (mayTake) taking.act(me.person);
  };
  useKeys([{ code: 'KeyT', label: t('take'), act: take }]);
  return (
    <>
      <div>
        {review.assignedTo === null ? (
          t('nobody')
        ) : (
          <>
            {t('with')} <Bdi>{review.assignedTo}</Bdi>
          </>
        )}{' '}
        {mayTake && (
          <ActButton variant="default" hotkey="T" busy={taking.isPending} doing={t('taking')} onAct={take}>
            {t('take')}
          </ActButton>
        )}
      </div>
      {taking.error && <ProblemLine problem={taking.error} />}
    </>
  );
}

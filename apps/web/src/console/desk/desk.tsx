import { useNavigate, useParams } from '@tanstack/react-router';
import { Fragment, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bdi } from '../../parts/bdi';
import { ChoiceList } from '../../parts/choice-list';
import { Money } from '../../parts/money';
import { Panel } from '../../parts/panel';
import { Empty, StateView } from '../../parts/state-view';
import { TimeShown } from '../../parts/time-shown';
import { TwoSides } from '../../parts/two-sides';
import { useTitle } from '../../shell/use-title';
import { useRefundCount } from '../refund/refund-queries';
import { ReviewPanel } from './review-panel';
import { useReviewOf, useReviews, type Desk as DeskOf, type Review, type Reviews } from './reviews';

/** One desk: its oldest refunds at one side, at the other all that is known of the open one and what may be done. */
export function Desk({
  of,
  path,
  more,
}: Readonly<{
  of: DeskOf;
  path: string;
  /** What a row tells beside amount and age. */ more: (review: Review) => ReactNode;
}>): ReactNode {
  const { t } = useTranslation('desk');
  const reviews = useReviews(of);
  const { refund = null }: Readonly<Record<string, string | null | undefined>> = useParams({ strict: false });
  const navigate = useNavigate();
  const open = (id: string): void => void navigate({ to: `${path}/${id}`, replace: true, resetScroll: false });
  useTitle(t(`${of}.title`));

  const items = reviews.data?.items ?? [];
  const first = items[0]?.refundId;
  useEffect(() => {
    if (refund === null && first !== undefined) void navigate({ to: `${path}/${first}`, replace: true });
  }, [refund, first, navigate, path]);
  const listed = items.find(({ refundId }) => refundId === refund);
  // A link may name one of a later page, or one that has left this desk meanwhile.
  const linked = useReviewOf(reviews.isSuccess && !listed ? refund : null);
  const chosen = listed ?? linked.data ?? undefined;

  return (
    <TwoSides
      title={t(`${of}.title`)}
      about={t('open')}
      list={
        <StateView
          query={reviews}
          rows={6}
          isEmpty={(data) => data.items.length === 0}
          empty={
            <Empty title={t(`${of}.empty`)}>
              <p>{t(`${of}.emptyWhy`)}</p>
            </Empty>
          }
        >
          {(data) => (
            <>
              <Head desk={of} of={data} />
              <ChoiceList
                label={t(`${of}.title`)}
                items={data.items}
                idOf={({ refundId }) => refundId}
                open={refund}
                onOpen={({ refundId }) => open(refundId)}
                more={reviews}
                row={(review) => <Row review={review} more={more} />}
              />
            </>
          )}
        </StateView>
      }
    >
      {chosen && (
        <Panel key={chosen.refundId} rows={10}>
          <ReviewPanel review={chosen} />
        </Panel>
      )}
      {!chosen && refund !== null && reviews.isSuccess && (
        <StateView query={linked} rows={10}>
          {() => <p role="status">{t('gone')}</p>}
        </StateView>
      )}
    </TwoSides>
  );
}

/** How many wait, since when, and what they pay, as the server adds it up. */
function Head({ desk, of: { items, next } }: Readonly<{ desk: DeskOf; of: Reviews }>): ReactNode {
  const { t } = useTranslation('desk');
  const counted = useRefundCount({ status: desk }).data;
  const [oldest] = items.toSorted((one, other) => other.ageSeconds - one.ageSeconds);
  return (
    <p className="muted">
      {t(next === null ? 'waiting' : 'waitingMore', { count: items.length })}
      {oldest && next === null && (
        <>
          {' '}
          · {t('oldest')} <TimeShown at={oldest.since} />
        </>
      )}
      {counted?.payouts?.map((sum) => (
        <Fragment key={sum.currency}>
          {' '}
          · <Money of={sum} />
        </Fragment>
      ))}
    </p>
  );
}

function Row({ review, more }: Readonly<{ review: Review; more: (review: Review) => ReactNode }>): ReactNode {
  const { t } = useTranslation('desk');
  return (
    <>
      <span>
        <Money of={review.payout} strong /> <TimeShown at={review.since} />
      </span>
      <span>
        <Bdi>{review.saleRef}</Bdi>
        {review.assignedTo !== null && (
          <span>
            {t('with')} <Bdi>{review.assignedTo}</Bdi>
          </span>
        )}
      </span>
      <span>{more(review)}</span>
    </>
  );
}

import {
  GatewayNotReached,
  GatewayOutcomeUnknown,
  type GatewayAccount,
  type GatewayAsk,
  type GatewayCapabilities,
  type GatewayNews,
  type GatewayOutcome,
  type ListsMovements,
} from '@zikui/domain';
import type { EXAM } from './gateway-conformance';
import type { Delivery, GatewayWorld } from './gateway-world';

/** A way in which an adapter can be wrong: what it does instead of the sound one. */
export type Break = Readonly<{
  refund?: (ask: GatewayAsk, sound: (ask: GatewayAsk) => Promise<GatewayOutcome>) => Promise<GatewayOutcome>;
  find?: (sound: () => Promise<GatewayOutcome | undefined>) => Promise<GatewayOutcome | undefined>;
  read?: (
    delivery: Delivery,
    sound: (account: GatewayAccount) => Promise<GatewayNews | undefined>,
    world: GatewayWorld,
  ) => Promise<GatewayNews | undefined>;
  list?: (page: MovementsPage) => MovementsPage;
  can?: Partial<GatewayCapabilities>;
}>;
type MovementsPage = Awaited<ReturnType<ListsMovements['listMovements']>>;

let repeats = 0;
const settled = ({ amount }: GatewayAsk): GatewayOutcome => ({
  kind: 'settled',
  gatewayRefundId: 're_made_up',
  amount,
});
const declined: GatewayOutcome = { kind: 'declined', gatewayRefundId: null, reason: 'failed' };
/** Makes something else of an outcome that is unknown for one of these causes. */
const insteadOfUnknown =
  (causes: readonly string[], instead: (ask: GatewayAsk) => GatewayOutcome): NonNullable<Break['refund']> =>
  async (ask, refund) => {
    try {
      return await refund(ask);
    } catch (error) {
      if (error instanceof GatewayOutcomeUnknown && causes.includes(error.cause_)) return instead(ask);
      throw error;
    }
  };
/** What the body says, whether or not it is the sender's. */
const believe = (gatewayRef: string, eventId: string): GatewayNews => ({
  eventId,
  type: 'believed',
  occurredAt: new Date().toISOString(),
  reference: null,
  gatewayRefundId: 're_believed',
  gatewayRef,
  outcome: { status: 'settled', amount: { amount: 500, currency: 'ILS' }, pendingReason: null, reason: null },
});

/** Wrong adapters, and the question that must catch each. */
export const BREAKS: readonly (readonly [what: string, caughtBy: keyof typeof EXAM & string, how: Break])[] = [
  [
    'takes a time-out for a refusal',
    'does not know what became of a call that timed out after the work',
    { refund: insteadOfUnknown(['time_out'], () => declined) },
  ],
  [
    'takes an answer that drips in too long for a refusal',
    'does not wait for an answer that drips in, and moves nothing by asking again',
    { refund: insteadOfUnknown(['time_out'], () => declined) },
  ],
  [
    'lists only what it was asked for by us',
    'lists what was made in its dashboard, which has no reference of ours',
    { list: (page) => ({ ...page, items: page.items.filter(({ reference }) => reference !== null) }) },
  ],
  [
    'takes a failure of the server for a call that never arrived',
    'does not know what became of a call that failed after the work',
    {
      refund: insteadOfUnknown(['server_error'], () => {
        throw new GatewayNotReached('broken', null);
      }),
    },
  ],
  [
    'takes a status that it does not know for a success',
    'takes a status that is not listed for unknown',
    { refund: insteadOfUnknown(['unlisted_status'], settled) },
  ],
  [
    'does not compare the amount',
    'never takes another amount for a success',
    { refund: insteadOfUnknown(['wrong_amount'], settled) },
  ],
  [
    'makes a new key for every call',
    'moves money once for one key, however often it is asked',
    {
      refund: (ask, refund) => {
        repeats += 1;
        return refund({ ...ask, idempotencyKey: `${ask.idempotencyKey}_${repeats}` });
      },
    },
  ],
  [
    'takes a key that was used otherwise for a refusal',
    'does not know the outcome of a key that was used with other parameters',
    { refund: insteadOfUnknown(['unlisted_refusal'], () => declined) },
  ],
  [
    'calls what waits settled',
    'reports a refund that waits as pending, then hears that it settled',
    {
      refund: async (ask, refund) => {
        const answer = await refund(ask);
        return answer.kind === 'pending' ? settled(ask) : answer;
      },
    },
  ],
  [
    'multiplies every amount by 100',
    'counts currencies of none, two and three decimals exactly, or refuses them before anything is sent',
    {
      refund: (ask, refund) =>
        refund(ask.amount.currency === 'JPY' ? { ...ask, amount: { ...ask.amount, amount: 50_000 } } : ask),
    },
  ],
  [
    'rounds what a currency does not have',
    'counts currencies of none, two and three decimals exactly, or refuses them before anything is sent',
    {
      refund: (ask, refund) =>
        refund({ ...ask, amount: { ...ask.amount, amount: Math.floor(ask.amount.amount / 10) * 10 } }),
    },
  ],
  [
    'forgets when it may ask again',
    'says when a call surely changed nothing: too many calls, wrong credentials, nobody there',
    {
      refund: (ask, refund) =>
        refund(ask).catch((error: unknown) => {
          throw error instanceof GatewayNotReached ? new GatewayNotReached('broken', null) : error;
        }),
    },
  ],
  [
    'calls "not found" what it could not look up',
    'does not call "not found" what could not be looked up',
    { find: (find) => find().catch(() => undefined) },
  ],
  ['finds nothing', 'finds what it accepted by our reference', { find: () => Promise.resolve(undefined) }],
  [
    'says that its look-up shows everything at once',
    'does not take a look-up that lags for proof that nothing was sent',
    { can: { lookUp: { by: 'reference', isComplete: true, visibleWithinMs: -1 } } },
  ],
  [
    'believes whatever is signed by anybody',
    'refuses an announcement that is wrongly signed',
    { read: (delivery, read, { account }) => read(account).catch(() => believe('pi', 'evt')) },
  ],
  [
    'believes an announcement of any age',
    'refuses an announcement from the past',
    { read: (_, read, { account }) => read(account).catch(() => believe('pi', 'evt')) },
  ],
  [
    'reads every announcement with one secret, whoever is told',
    'refuses what another account was told',
    { read: (_, read, { account }) => read(account) },
  ],
  [
    'names the same announcement differently each time',
    'tells a repeated announcement by its id',
    {
      read: async (_, read, { account }) => {
        const news = await read(account);
        repeats += 1;
        return news && { ...news, eventId: `${news.eventId}_${repeats}` };
      },
    },
  ],
  [
    'dates announcements by when they came',
    'dates announcements by what happened, not by when they came',
    {
      read: async (_, read, { account }) => {
        const news = await read(account);
        repeats += 1;
        return news && { ...news, occurredAt: new Date(1_000 * repeats).toISOString() };
      },
    },
  ],
  [
    'hears nothing of money that came back',
    'tells money that came back after it had settled, later than the success',
    {
      read: async (_, read, { account }) => {
        const news = await read(account);
        return news?.outcome.status === 'declined' ? undefined : news;
      },
    },
  ],
  [
    'takes the first page for the whole list',
    'lists each of many refunds once, page by page',
    { list: (page) => ({ ...page, next: null }) },
  ],
  [
    'leaves out of its list what it does not know the end of',
    'lists what waits as pending, and what failed later as declined',
    { list: ({ items, next }) => ({ items: items.filter(({ status }) => status === 'settled'), next }) },
  ],
  [
    'lists what the currency would be with two decimals',
    'lists amounts of currencies without and with two decimals as we count them',
    {
      list: ({ items, next }) => ({
        items: items.map((one) => ({ ...one, amount: { ...one.amount, currency: 'ILS' } })),
        next,
      }),
    },
  ],
];

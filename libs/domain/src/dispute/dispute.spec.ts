import fc from 'fast-check';
import type { Posting } from '../ledger/posting';
import { isBalanced } from '../ledger/posting';
import { applyDisputeNews, countedOf, type DisputeState, type DisputeTold } from './apply-dispute-news';
import { disputeBlocks, exceedsCaptured } from './dispute-block';
import { DISPUTE_FUNDS } from './dispute-news';
import { disputeEntries } from './dispute-postings';
import { disputeSummary } from './dispute-summary';
import { DISPUTE_STATUSES } from './dispute-status';

const told = (over: Partial<DisputeTold> = {}): DisputeTold => ({
  atMs: 1_000,
  amount: 10_000,
  status: 'open',
  funds: null,
  ...over,
});
const after = (...all: readonly DisputeTold[]): DisputeState => {
  const [first = told(), ...rest] = all;
  return rest.reduce<DisputeState>(applyDisputeNews, applyDisputeNews(null, first));
};
const anyTold = fc.record<DisputeTold>({
  atMs: fc.integer({ min: 1, max: 6 }),
  amount: fc.integer({ min: 1, max: 5 }),
  status: fc.constantFrom(...DISPUTE_STATUSES),
  funds: fc.constantFrom(null, ...DISPUTE_FUNDS),
});
const stories = fc.array(anyTold, { minLength: 1, maxLength: 8 });

/** What all postings of a story leave on each account. */
function booksAfter(story: readonly DisputeTold[]): Readonly<Record<string, number>> {
  const books: Record<string, number> = {};
  let state: DisputeState | null = null;
  for (const news of story) {
    const next: DisputeState = applyDisputeNews(state, news);
    for (const { postings } of disputeEntries(state, next, 'ILS')) {
      expect(isBalanced(postings)).toBe(true);
      for (const { account, amount } of postings) books[account] = (books[account] ?? 0) + amount;
    }
    state = next;
  }
  return Object.fromEntries(Object.entries(books).filter(([, amount]) => amount !== 0));
}
const short = (postings: readonly Posting[]): unknown => postings.map(({ account, amount }) => [account, amount]);

describe('news of a dispute', () => {
  it('count its amount while it is open, free it when it is won, and count it for ever once it is lost', () => {
    expect(countedOf(after(told()))).toBe(10_000);
    expect(countedOf(after(told(), told({ atMs: 2_000, status: 'won' })))).toBe(0);
    expect(countedOf(after(told(), told({ atMs: 2_000, status: 'lost' })))).toBe(10_000);
    expect(after(told({ status: 'lost' }), told({ atMs: 9_000, status: 'won' })).status).toBe('lost');
  });

  it('tell of a verdict before they tell of the opening, and the verdict holds', () =>
    expect(after(told({ atMs: 2_000, status: 'won' }), told({ atMs: 1_000 })).status).toBe('won'));

  it('open a won dispute again when they are later, and lose it after all', () => {
    expect(after(told(), told({ atMs: 2_000, status: 'won' }), told({ atMs: 3_000 })).status).toBe('open');
    expect(after(told(), told({ atMs: 2_000, status: 'won' }), told({ atMs: 3_000, status: 'lost' })).status).toBe(
      'lost',
    );
  });

  it('follow the amount to the latest one', () =>
    expect(after(told(), told({ atMs: 2_000, amount: 4_000 }), told({ atMs: 1_500, amount: 9_000 })).amount).toBe(
      4_000,
    ));

  it('lead to the same end in any order and however often they are told', () =>
    fc.assert(
      fc.property(
        stories.chain((story) =>
          fc.tuple(fc.constant(story), fc.shuffledSubarray([...story, ...story], { minLength: story.length * 2 })),
        ),
        ([story, shuffled]) => expect(after(...shuffled)).toEqual(after(...story)),
      ),
    ));

  it('never leave a lost dispute', () =>
    fc.assert(
      fc.property(stories, stories, (story, more) =>
        expect(after(...story, told({ status: 'lost' }), ...more).status).toBe('lost'),
      ),
    ));
});

describe('the postings of a dispute', () => {
  it('owe the merchant what the gateway withdrew, and give it back with the return', () => {
    const open = after(told({ funds: 'withdrawn' }));
    expect(disputeEntries(null, open, 'ILS').map(({ kind, postings }) => [kind, short(postings)])).toEqual([
      [
        'dispute_withdrawn',
        [
          ['dispute_receivable', 10_000],
          ['gateway_clearing', -10_000],
        ],
      ],
    ]);
    const won = applyDisputeNews(open, told({ atMs: 2_000, status: 'won', funds: 'returned' }));
    expect(disputeEntries(open, won, 'ILS').map(({ kind, postings }) => [kind, short(postings)])).toEqual([
      [
        'dispute_returned',
        [
          ['gateway_clearing', 10_000],
          ['dispute_receivable', -10_000],
        ],
      ],
    ]);
  });

  it('make a loss of what was withdrawn when the verdict is lost, also when both come at once', () => {
    expect(booksAfter([told({ funds: 'withdrawn' }), told({ atMs: 2_000, status: 'lost' })])).toEqual({
      dispute_loss: 10_000,
      gateway_clearing: -10_000,
    });
    expect(booksAfter([told({ status: 'lost', funds: 'withdrawn' })])).toEqual({
      dispute_loss: 10_000,
      gateway_clearing: -10_000,
    });
  });

  it('book nothing while no money moved', () =>
    expect(booksAfter([told(), told({ atMs: 2_000, status: 'lost' })])).toEqual({}));

  it('leave what the end says, whatever happened before', () =>
    fc.assert(
      fc.property(stories, (story) => {
        const { status, withdrawn } = after(...story);
        const owner = status === 'lost' ? 'dispute_loss' : 'dispute_receivable';
        expect(booksAfter(story)).toEqual(withdrawn === 0 ? {} : { [owner]: withdrawn, gateway_clearing: -withdrawn });
      }),
    ));
});

describe('a dispute on a payment', () => {
  const payment = { captured: 10_000, held: 4_000, disputed: 0, hasOpenDispute: false };

  it('blocks every planned transfer while it is open, also one that it leaves room for', () => {
    expect(disputeBlocks(payment)).toBe(false);
    expect(disputeBlocks({ ...payment, disputed: 1, hasOpenDispute: true })).toBe(true);
  });

  it('that was lost blocks what the card holder already got by it, and nothing else', () => {
    expect(disputeBlocks({ ...payment, disputed: 6_000 })).toBe(false);
    expect(disputeBlocks({ ...payment, disputed: 6_001 })).toBe(true);
  });

  it('exceeds what was captured only together with what refunds hold, in whole numbers of any size', () => {
    expect(exceedsCaptured(payment)).toBe(false);
    expect(exceedsCaptured({ captured: Number.MAX_SAFE_INTEGER, held: Number.MAX_SAFE_INTEGER, disputed: 1 })).toBe(
      true,
    );
  });
});

describe('the summary of an evidence file', () => {
  const facts = {
    status: 'lost',
    currency: 'ILS',
    captured: 10_000,
    disputed: 10_000,
    openedAt: '2026-11-20T10:00:00.000Z',
    refunded: [{ amount: 10_000, settledAt: '2026-11-10T10:00:00.000Z' }],
    underWay: 0,
  } as const;

  it('says what was paid back before the dispute, and that the card holder would be paid twice', () =>
    expect(disputeSummary(facts)).toBe(
      '₪100.00 were captured and ₪100.00 of it are disputed since 2026-11-20. ₪100.00 had been refunded to the same payment before the dispute was opened. With the disputed amount the card holder would have ₪100.00 more than he paid.',
    ));

  it('calls what settled within the second of the dispute, which gateways tell in whole seconds, paid back before it', () => {
    const refunded = [{ amount: 10_000, settledAt: '2026-11-20T10:00:00.800Z' }];
    expect(disputeSummary({ ...facts, refunded })).toContain('before the dispute was opened');
  });

  it('tells what came later, what is under way, and that nothing was refunded', () => {
    const later = { amount: 4_000, settledAt: '2026-11-21T10:00:00.000Z' };
    expect(disputeSummary({ ...facts, refunded: [later] })).toContain(
      '₪40.00 were refunded to the same payment after it',
    );
    const open = disputeSummary({ ...facts, status: 'open', refunded: [], underWay: 3_000 });
    expect(open).toContain('Nothing was refunded to this payment. Refunds of ₪30.00 are under way');
    expect(open).not.toContain('more than he paid');
    expect(disputeSummary({ ...facts, status: 'won' })).not.toContain('more than he paid');
  });
});

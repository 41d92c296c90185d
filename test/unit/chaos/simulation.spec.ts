import { RULES, type Rules } from '../../chaos/simulation/rules';
import { SOMETIMES, type Sometimes } from '../../chaos/simulation/sometimes';
import { smallestFailing, storm, type StormResult } from '../../chaos/simulation/storm';

const SEEDS = 2_000;

/** Names the smallest seed and its step, so that whoever reads a red run can begin there: `storm(seed)` plays it again. */
const failureOf = (result: StormResult | undefined): string | undefined =>
  result && `smallest failing seed ${result.seed}, step ${result.step}: ${result.broken ?? ''}`;

describe('the simulated storm', () => {
  // Played once for whoever reads it: a seed plays in the same way every time, as a test of its own says.
  let played: readonly StormResult[];
  beforeAll(() => {
    played = Array.from({ length: SEEDS }, (_, seed) => storm(seed));
  }, 60_000);

  it('breaks no invariant in 2,000 seeds of faults, crashes and news in any order', () => {
    expect(failureOf(played.find(({ broken }) => broken !== undefined))).toBeUndefined();
  });

  it('plays the same seed in the same way', () => {
    for (const seed of [3, 77, 1_999]) expect(storm(seed)).toEqual(storm(seed));
  });

  it('meets everything that it is for', () => {
    const met = new Set<Sometimes>(played.flatMap((one) => [...one.met]));
    expect([...met].sort()).toEqual([...SOMETIMES].sort());
  });

  /** Mistakes that somebody could make, each with what tells of it. */
  const MUTATIONS: Readonly<Record<string, readonly [mistake: Partial<Rules>, told: RegExp]>> = {
    'a look-up that finds nothing is taken for a failure': [{ notFound: () => 'declined' }, /P6|P1/],
    'no answer is taken for a failure': [
      {
        applyAnswer: (state, answer) =>
          RULES.applyAnswer(state, answer.status === 'unknown' ? { ...answer, status: 'declined' } : answer),
      },
      /P6|P1/,
    ],
    'a call is repeated under a new key': [{ keepsKey: false }, /P1|P6/],
    'a call is repeated after the gateway forgot its key': [{ mayRepeat: () => true }, /P1/],
    'a payment is held beyond what was captured': [{ mayHold: () => true }, /I1/],
    'how long a call stays invisible is counted from its first sending': [
      { mayRepeat: (gateway, msSinceSent) => RULES.mayRepeat(gateway, msSinceSent) },
      /P1|P6/,
    ],
    'a refusal is believed although the call was repeated since': [{ isOvertaken: () => false }, /P6|P1/],
    'a transfer in doubt is given up': [{ mayRelease: (status) => status !== 'settled' }, /P6|P1|I1/],
    'a refund is completed while a transfer is pending': [
      {
        statusOfMoney: (transfers, owed) => {
          const told = RULES.statusOfMoney(transfers, owed);
          return told.status === 'awaiting_gateway' ? { status: 'completed', reviewReason: null } : told;
        },
      },
      /I4|I7/,
    ],
    'a late failure declines what had settled': [
      {
        applyNews: (state, news) => {
          const result = RULES.applyNews(state, news);
          return result.effect === 'reverse' ? { ...result, effect: 'none' } : result;
        },
      },
      /I1|I4|I6/,
    ],
    'money that comes back after completion is not looked after': [{ repairs: false }, /I4|I6|I7/],
    'a transfer is sent while a dispute of its payment is open': [{ disputeBlocks: () => false }, /I1/],
    'a lost dispute is won by news that come late': [
      {
        applyDisputeNews: (state, news) => {
          const after = RULES.applyDisputeNews(state, news);
          return { ...after, status: news.status };
        },
      },
      /I1|I6/,
    ],
    'money that the gateway gave back stays withdrawn in the books': [
      {
        applyDisputeNews: (state, news) =>
          RULES.applyDisputeNews(state, { ...news, funds: news.funds === 'returned' ? null : news.funds }),
      },
      /I6/,
    ],
    'news twice are applied twice': [
      {
        applyNews: (state, news) => {
          const result = RULES.applyNews(state, news);
          return state.status === 'settled' && news.status === 'settled' ? { ...result, effect: 'settle' } : result;
        },
      },
      /I6/,
    ],
  };
  it.each(Object.entries(MUTATIONS))('notices when %s', (_name, [mistake, told]) => {
    expect(failureOf(smallestFailing(500, { ...RULES, ...mistake }))).toMatch(told);
  });
});

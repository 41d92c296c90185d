import fc from 'fast-check';
import { mayMove } from '../state/state-table';
import { applyNews } from './apply-news';
import type { AttemptState, TransferNews, TransferState } from './news';
import { TRANSFER_NEXT, TRANSFER_STATUSES, type AttemptStatus, type TransferStatus } from './transfer-status';

/** The attempt that stands beside a transfer of each status. */
const ATTEMPT_BESIDE: Readonly<Record<TransferStatus, AttemptStatus>> = {
  planned: 'prepared',
  sending: 'sent',
  pending: 'pending',
  in_doubt: 'unknown',
  declined: 'refused',
  settled: 'succeeded',
  reversed: 'succeeded',
  released: 'refused',
};
const transfer = (status: TransferStatus, overrides: Partial<TransferState> = {}): TransferState => ({
  status,
  amount: 500,
  attempts: [{ no: 1, status: ATTEMPT_BESIDE[status] }],
  lastFinalNewsAtMs: null,
  ...overrides,
});
const news = (status: TransferNews['status'], overrides: Partial<TransferNews> = {}): TransferNews => ({
  attemptNo: 1,
  status,
  amount: 500,
  occurredAtMs: 2000,
  ...overrides,
});
const outcome = (state: TransferState, said: TransferNews): unknown[] => {
  const { transferStatus, attemptStatus, effect, alert } = applyNews(state, said);
  return [transferStatus, attemptStatus, effect, ...(alert ? [alert] : [])];
};

describe('news of the newest attempt', () => {
  const TABLE: Readonly<Record<TransferNews['status'], Readonly<Record<TransferStatus, readonly string[]>>>> = {
    settled: {
      planned: ['settled', 'succeeded', 'settle'],
      sending: ['settled', 'succeeded', 'settle'],
      pending: ['settled', 'succeeded', 'settle'],
      in_doubt: ['settled', 'succeeded', 'settle'],
      settled: ['settled', 'succeeded', 'none'],
      declined: ['settled', 'succeeded', 'settle', 'settled_after_decline'],
      reversed: ['reversed', 'succeeded', 'none'],
      released: ['released', 'succeeded', 'external_refund', 'external_refund'],
    },
    pending: {
      planned: ['planned', 'prepared', 'none'],
      sending: ['pending', 'pending', 'pending'],
      pending: ['pending', 'pending', 'none'],
      in_doubt: ['pending', 'pending', 'pending'],
      settled: ['settled', 'succeeded', 'none'],
      declined: ['declined', 'refused', 'none'],
      reversed: ['reversed', 'succeeded', 'none'],
      released: ['released', 'refused', 'none'],
    },
    declined: {
      planned: ['planned', 'prepared', 'none'],
      sending: ['declined', 'refused', 'decline'],
      pending: ['declined', 'refused', 'decline'],
      in_doubt: ['declined', 'refused', 'decline'],
      settled: ['reversed', 'succeeded', 'reverse'],
      declined: ['declined', 'refused', 'none'],
      reversed: ['reversed', 'succeeded', 'none'],
      released: ['released', 'refused', 'none'],
    },
  };
  const cases = (['settled', 'pending', 'declined'] as const).flatMap((said) =>
    TRANSFER_STATUSES.map((status) => [said, status, TABLE[said][status]] as const),
  );

  it.each(cases)('%s makes of a %s transfer %j', (said, status, expected) =>
    expect(outcome(transfer(status), news(said))).toEqual(expected),
  );

  it('settles a transfer whose call was thought to have never left', () =>
    expect(outcome(transfer('planned', { attempts: [{ no: 1, status: 'not_sent' }] }), news('settled'))).toEqual([
      'settled',
      'succeeded',
      'settle',
    ]));
});

describe('news of an older attempt', () => {
  const withNewer = (status: TransferStatus, older: AttemptStatus, newer: AttemptStatus): TransferState =>
    transfer(status, {
      attempts: [
        { no: 1, status: older },
        { no: 2, status: newer },
      ],
    });

  it('is an external refund when it succeeded after a newer one was sent', () => {
    for (const [status, newer] of [
      ['sending', 'sent'],
      ['in_doubt', 'unknown'],
      ['settled', 'succeeded'],
      ['declined', 'refused'],
    ] as const)
      expect(outcome(withNewer(status, 'refused', newer), news('settled'))).toEqual([
        status,
        'succeeded',
        'external_refund',
        'external_refund',
      ]);
  });

  it('imports that refund once', () =>
    expect(outcome(withNewer('reversed', 'succeeded', 'succeeded'), news('settled'))).toEqual([
      'reversed',
      'succeeded',
      'none',
    ]));

  it('changes that attempt alone when it is pending or failed', () => {
    expect(outcome(withNewer('sending', 'unknown', 'sent'), news('pending'))).toEqual(['sending', 'pending', 'none']);
    expect(outcome(withNewer('settled', 'unknown', 'succeeded'), news('declined'))).toEqual([
      'settled',
      'refused',
      'none',
    ]);
  });

  it('settles the transfer, and keeps the newer one in the house, while that was only prepared', () => {
    const result = applyNews(withNewer('declined', 'refused', 'prepared'), news('settled'));
    expect(result).toMatchObject({ transferStatus: 'settled', effect: 'settle', withdrawAttemptNo: 2 });
  });

  it('of another transfer is a defect', () =>
    expect(() => applyNews(transfer('sending'), news('settled', { attemptNo: 7 }))).toThrow('Invariant broken'));
});

describe('news of another amount', () => {
  const other = { amount: 499 };

  it.each(['settled', 'pending'] as const)('%s leave the transfer in doubt, never settled', (said) => {
    expect(outcome(transfer('sending'), news(said, other))).toEqual(['in_doubt', 'unknown', 'doubt', 'wrong_amount']);
    expect(outcome(transfer('in_doubt'), news(said, other))).toEqual(['in_doubt', 'unknown', 'none', 'wrong_amount']);
  });

  it('take a pending transfer back into doubt when they say it settled', () =>
    expect(outcome(transfer('pending'), news('settled', other))).toEqual([
      'in_doubt',
      'unknown',
      'doubt',
      'wrong_amount',
    ]));

  it.each(['planned', 'declined', 'settled', 'reversed', 'released'] as const)(
    'only raise an alert on a %s transfer',
    (status) =>
      expect(outcome(transfer(status), news('settled', other))).toEqual([
        status,
        ATTEMPT_BESIDE[status],
        'none',
        'wrong_amount',
      ]),
  );

  it('do not matter when nothing moved', () =>
    expect(outcome(transfer('sending'), news('declined', other))).toEqual(['declined', 'refused', 'decline']));
});

describe('news in the wrong order', () => {
  it('read a failure before its success as a reversal', () =>
    expect(outcome(transfer('declined', { lastFinalNewsAtMs: 3000 }), news('settled'))).toEqual([
      'reversed',
      'succeeded',
      'settle_and_reverse',
    ]));

  it('ignore a failure that a success has overcome', () =>
    expect(outcome(transfer('settled', { lastFinalNewsAtMs: 3000 }), news('declined'))).toEqual([
      'settled',
      'succeeded',
      'none',
    ]));

  it('take a success that follows a reversal for money of its own, once: a person must look', () => {
    expect(outcome(transfer('reversed', { lastFinalNewsAtMs: 1000 }), news('settled'))).toEqual([
      'reversed',
      'succeeded',
      'external_refund',
      'settled_after_reversal',
    ]);
    expect(outcome(transfer('reversed', { lastFinalNewsAtMs: 2000 }), news('settled', { occurredAtMs: 2000 }))).toEqual(
      ['reversed', 'succeeded', 'none'],
    );
  });
});

describe('any order of news', () => {
  const HISTORIES: readonly (readonly TransferNews['status'][])[] = [
    ['pending'],
    ['settled'],
    ['declined'],
    ['pending', 'settled'],
    ['pending', 'declined'],
    ['pending', 'settled', 'declined'],
    ['declined', 'settled'],
    ['declined', 'settled', 'declined'],
  ];
  const applied = (state: TransferState, said: TransferNews): TransferState => {
    const result = applyNews(state, said);
    const attempts = state.attempts.map((attempt): AttemptState =>
      attempt.no === said.attemptNo ? { ...attempt, status: result.attemptStatus } : attempt,
    );
    return { ...state, status: result.transferStatus, attempts, lastFinalNewsAtMs: result.lastFinalNewsAtMs };
  };
  const starts = fc.constantFrom<TransferStatus>('sending', 'in_doubt');
  const stories = fc
    .constantFrom(...HISTORIES)
    .map((story) => story.map((status, i) => news(status, { occurredAtMs: (i + 1) * 1000 })));

  it('leads to the state that the events had in their own order, however often each came', () =>
    fc.assert(
      fc.property(
        starts,
        stories.chain((story) =>
          fc.tuple(
            fc.constant(story),
            fc.shuffledSubarray([...story, ...story, ...story], { minLength: story.length * 3 }),
          ),
        ),
        (start, [story, deliveries]) =>
          expect(deliveries.reduce(applied, transfer(start))).toEqual(story.reduce(applied, transfer(start))),
      ),
      { numRuns: 1000 },
    ));

  /** Five events each, as gateways tell one refund's life in several ways, also within one second of their clocks. */
  const LIVES: Readonly<Record<string, readonly TransferNews[]>> = {
    reversed: [
      news('pending', { occurredAtMs: 1000 }),
      news('settled', { occurredAtMs: 2000 }),
      news('settled', { occurredAtMs: 2000 }),
      news('declined', { occurredAtMs: 2000 }),
      news('declined', { occurredAtMs: 3000 }),
    ],
    settled: [
      news('pending', { occurredAtMs: 1000 }),
      news('declined', { occurredAtMs: 2000 }),
      news('pending', { occurredAtMs: 3000 }),
      news('settled', { occurredAtMs: 4000 }),
      news('settled', { occurredAtMs: 5000 }),
    ],
    declined: [
      news('pending', { occurredAtMs: 1000 }),
      news('pending', { occurredAtMs: 1000 }),
      news('pending', { occurredAtMs: 2000 }),
      news('declined', { occurredAtMs: 2000 }),
      news('declined', { occurredAtMs: 3000 }),
    ],
  };
  const ordersOf = <T>(all: readonly T[]): (readonly T[])[] =>
    all.length === 0
      ? [[]]
      : all.flatMap((one, at) => ordersOf(all.toSpliced(at, 1)).map((others) => [one, ...others]));

  it.each(Object.entries(LIVES))(
    'ends as %s in every order of five events, whichever of them comes again and when: 3,600 sequences',
    (end, life) => {
      const ends = new Set<string>();
      let sequences = 0;
      for (const order of ordersOf(life)) {
        for (const again of order) {
          for (let at = 0; at <= order.length; at += 1) {
            const { status, attempts, lastFinalNewsAtMs } = order
              .toSpliced(at, 0, again)
              .reduce(applied, transfer('sending'));
            ends.add(JSON.stringify([status, attempts, lastFinalNewsAtMs]));
            sequences += 1;
          }
        }
      }
      expect(sequences).toBe(3_600);
      expect(ends.size).toBe(1);
      expect([...ends][0]).toContain(`"${end}"`);
    },
  );

  it('counts what came back and moved after all once, whichever was told first and whatever was told again', () => {
    const life = [
      news('settled', { occurredAtMs: 1000 }),
      news('declined', { occurredAtMs: 2000 }),
      news('settled', { occurredAtMs: 3000 }),
    ];
    const moves: Partial<Record<string, number>> = { settle: 1, external_refund: 1, reverse: -1 };
    for (const order of ordersOf(life)) {
      for (const again of order) {
        let state = transfer('sending');
        let moved = 0;
        for (const said of [...order, again]) {
          moved += moves[applyNews(state, said).effect] ?? 0;
          state = applied(state, said);
        }
        expect(moved).toBe(1);
      }
    }
  });

  it('never takes a way that the state table does not know, and settles at most once', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...TRANSFER_STATUSES),
        fc.array(
          fc.record({
            status: fc.constantFrom('settled', 'pending', 'declined'),
            occurredAtMs: fc.option(fc.nat(9)),
            amount: fc.constantFrom(500, 499),
          }),
        ),
        (start, all) => {
          let state = transfer(start);
          let settled = 0;
          for (const said of all) {
            const { effect } = applyNews(state, news('settled', said));
            if (effect.startsWith('settle')) settled += 1;
            state = applied(state, news('settled', said));
          }
          expect(settled).toBeLessThanOrEqual(1);
          expect(start === state.status || mayReach(start, state.status)).toBe(true);
        },
      ),
    ));

  const mayReach = (from: TransferStatus, to: TransferStatus): boolean =>
    mayMove(TRANSFER_NEXT, from, to) ||
    TRANSFER_NEXT[from].some((next) => next !== from && reaches(next, to, new Set([from])));
  const reaches = (from: TransferStatus, to: TransferStatus, seen: Set<TransferStatus>): boolean =>
    from === to || (!seen.has(from) && TRANSFER_NEXT[from].some((next) => reaches(next, to, new Set([...seen, from]))));
});

import { REFUND_STATUSES } from '../refund/refund-status';
import { customerSteps, type StepFacts } from './customer-steps';
import { expectedArrival } from './expected-arrival';

const shown = (facts: Partial<StepFacts>): string =>
  customerSteps({
    ...{ status: 'requested', awaitsGoods: false, isApproved: false, haveGoodsCome: false, isPaymentBegun: false },
    ...facts,
  })
    .map(({ step, state }) => `${step} ${state}`)
    .join(', ');

describe('the four steps of a customer', () => {
  it.each<[Partial<StepFacts>, string]>([
    [{ status: 'requested' }, 'asked done, checked now, handed_over ahead, paid ahead'],
    [{ status: 'awaiting_approval', awaitsGoods: true }, 'asked done, checked now, goods ahead, paid ahead'],
    [{ status: 'awaiting_return', awaitsGoods: true }, 'asked done, checked done, goods now, paid ahead'],
    [{ status: 'processing', awaitsGoods: true }, 'asked done, checked done, goods done, paid now'],
    [{ status: 'processing' }, 'asked done, checked done, handed_over now, paid ahead'],
    [{ status: 'awaiting_gateway' }, 'asked done, checked done, handed_over done, paid now'],
    [{ status: 'in_doubt' }, 'asked done, checked done, handed_over done, paid now'],
    [{ status: 'completed' }, 'asked done, checked done, handed_over done, paid done'],
    [{ status: 'rejected' }, 'asked done, checked done, handed_over stopped, paid stopped'],
    [{ status: 'cancelled' }, 'asked done, checked stopped, handed_over stopped, paid stopped'],
    [{ status: 'failed', isApproved: true }, 'asked done, checked done, handed_over stopped, paid stopped'],
    [{ status: 'needs_review' }, 'asked done, checked now, handed_over ahead, paid ahead'],
    [
      { status: 'needs_review', isApproved: true, awaitsGoods: true },
      'asked done, checked done, goods now, paid ahead',
    ],
    [{ status: 'needs_review', isPaymentBegun: true }, 'asked done, checked done, handed_over done, paid now'],
  ])('of %j are %s', (facts, steps) => expect(shown(facts)).toBe(steps));

  it('end with the money only when the refund is complete, and are four in every state', () => {
    for (const status of REFUND_STATUSES)
      for (const awaitsGoods of [true, false]) {
        const steps = customerSteps({
          status,
          awaitsGoods,
          isApproved: true,
          haveGoodsCome: true,
          isPaymentBegun: true,
        });
        expect(steps).toHaveLength(4);
        expect(steps.at(-1)?.state === 'done').toBe(status === 'completed');
        expect(steps.filter(({ state }) => state === 'now').length).toBeLessThan(2);
      }
  });
});

it('money is expected within a range that begins and ends some days after it was sent', () =>
  expect(expectedArrival('2026-11-26')).toEqual({ from: '2026-12-03', to: '2026-12-10' }));

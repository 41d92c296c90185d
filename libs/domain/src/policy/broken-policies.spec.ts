import { checkPolicy } from './parse-policy';
import type { PolicyFault, PolicyFaultCode } from './policy';
import { STANDARD_POLICY as STANDARD } from './standard-policy.builder';

type Broken = Readonly<{
  what: string;
  /** The passage that is replaced. */ from: string;
  to: string;
  code: PolicyFaultCode;
  /** What stands where the fault is told to be. */ at: string;
  detail: string;
  meant: string | null;
}>;

const LEGAL = "when: 'statutory'";
const WINDOW = 'daysSinceDelivery >= 0 && daysSinceDelivery <= 30';
const legal = (condition: string): Pick<Broken, 'from' | 'to'> => ({ from: LEGAL, to: `when: '${condition}'` });
const NO_MATTER = '';

const BROKEN: readonly Broken[] = [
  {
    what: 'a fact with a slip of the pen',
    ...legal('statutry'),
    ...{ code: 'cel_unknown_variable', at: 'statutry', detail: 'there is no fact statutry', meant: 'statutory' },
  },
  {
    what: 'a fact in the middle of a condition',
    ...{ from: "when: 'payout <= 200000'", to: "when: 'payout > 0 && payot <= 200000'" },
    ...{ code: 'cel_unknown_variable', at: 'payot', detail: 'there is no fact payot', meant: 'payout' },
  },
  {
    what: 'a part of a fact that it does not have',
    ...legal('customer.refundCount90 == 0'),
    code: 'cel_unknown_variable',
    at: 'customer.refundCount90 ',
    detail: 'there is no fact customer.refundCount90',
    meant: 'customer.refundCount90d',
  },
  {
    what: 'a fact without the name it belongs to',
    ...legal('statutory || !blocked'),
    ...{ code: 'cel_unknown_variable', at: "blocked'", detail: 'there is no fact blocked', meant: 'customer.blocked' },
  },
  {
    what: 'a fact in snake case',
    ...legal('days_since_delivery <= 14'),
    code: 'cel_unknown_variable',
    at: 'days_since_delivery',
    detail: 'there is no fact days_since_delivery',
    meant: 'daysSinceDelivery',
  },
  {
    what: 'a fact that is nothing like any other',
    ...legal('weather == "rain"'),
    ...{ code: 'cel_unknown_variable', at: 'weather', detail: 'there is no fact weather', meant: null },
  },
  {
    what: 'a number where a truth value is needed',
    ...legal('payout'),
    ...{ code: 'cel_type', at: "payout', allow", detail: 'must be bool, is int', meant: null },
  },
  {
    what: 'a number compared with a text',
    ...legal('payout > "30"'),
    ...{ code: 'cel_type', at: 'payout > "30"', detail: 'no such overload: int > string', meant: null },
  },
  {
    what: 'a reason that is none',
    ...{ from: 'reason == "changed_mind"', to: 'reason == "change_of_mind"' },
    code: 'cel_unknown_value',
    at: '"change_of_mind"',
    detail: 'reason is never "change_of_mind"',
    meant: 'changed_mind',
  },
  {
    what: 'a kind of line that is none, inside a walk',
    ...{ from: 'k == "goods"', to: 'k == "good"' },
    ...{ code: 'cel_unknown_value', at: '"good"', detail: 'lineKinds is never "good"', meant: 'goods' },
  },
  {
    what: 'a channel that is none, in a list',
    ...legal('channel in ["online", "shop"]'),
    ...{ code: 'cel_unknown_value', at: '"shop"', detail: 'channel is never "shop"', meant: null },
  },
  {
    what: 'half a condition',
    ...legal('statutory &&'),
    ...{ code: 'cel_syntax', at: "', allow: true, he: 'זכות", detail: 'Unexpected token: EOF', meant: null },
  },
  {
    what: 'a function that is not offered',
    ...legal('reason.matches("x+")'),
    ...{ code: 'cel_syntax', at: 'reason.matches', detail: 'matches() is not offered', meant: null },
  },
  {
    what: 'a function with a slip of the pen',
    ...legal('reason.startWith("c")'),
    ...{ code: 'cel_syntax', at: 'reason.startWith', detail: 'startWith() is not offered', meant: 'startsWith' },
  },
  {
    what: 'a condition that costs too much',
    ...legal('skus.all(a, skus.all(b, skus.all(c, a == b && b == c)))'),
    code: 'cel_syntax',
    at: 'skus.all(c',
    detail: 'more than 2 walks inside each other',
    meant: null,
  },
  {
    what: 'a field of the file that nobody reads',
    ...{ from: 'deductions:', to: 'deduction:' },
    code: 'unknown_field',
    at: 'deduction:',
    detail: 'a policy has no field deduction',
    meant: 'deductions',
  },
  {
    what: 'a field of a rule that nobody reads',
    ...{ from: 'bps: 500, max: 10000', to: 'bps: 500, maximum: 10000' },
    ...{ code: 'unknown_field', at: 'maximum', detail: 'a rule of fee has no field maximum', meant: null },
  },
  {
    what: 'a return mode with a slip of the pen',
    ...{ from: 'mode: returnless', to: 'mode: return_less' },
    code: 'policy_syntax',
    at: 'return_less',
    detail: 'mode must be one of required, returnless, instant, none',
    meant: 'returnless',
  },
  {
    what: 'a rule after one that always holds',
    ...{ from: WINDOW, to: 'true' },
    code: 'unreachable_rule',
    at: "{ id: default, when: 'true', allow: false",
    detail: 'eligibility: default is never reached: window holds whenever it would',
    meant: null,
  },
  {
    what: 'a window inside an earlier one',
    ...{
      from: "  - { id: default, when: 'true', allow: false",
      to: "  - { id: late, when: 'daysSinceDelivery > 9 && daysSinceDelivery < 21', allow: false, he: 'א', en: 'x' }\n  - { id: default, when: 'true', allow: false",
    },
    code: 'unreachable_rule',
    at: '{ id: late',
    detail: 'eligibility: late is never reached: window holds whenever it would',
    meant: null,
  },
  {
    what: 'a step of the ladder below an earlier one',
    ...{ from: "when: 'payout <= 200000'", to: "when: 'payout <= 20000 && sums.customer30d + payout <= 60000'" },
    code: 'unreachable_rule',
    at: '{ id: lead,    when',
    detail: 'approval: lead is never reached: auto holds whenever it would',
    meant: null,
  },
  {
    what: 'a condition that contradicts itself',
    ...legal('payout > 5000 && payout < 3000'),
    code: 'unreachable_rule',
    at: '{ id: legal',
    detail: 'eligibility: the condition of legal can never hold',
    meant: null,
  },
  {
    what: 'a rule that two before it leave nothing to',
    ...{
      from: "when: 'payout <= 200000'",
      to: "when: 'payout <= 200000' , steps: [{ role: lead, hours: 8 }] }\n  - { id: rest, when: 'payout > 200000'",
    },
    code: 'unreachable_rule',
    at: "{ id: default, when: 'true', steps",
    detail: 'approval: default is never reached: one of the rules before it always holds',
    meant: null,
  },
  {
    what: 'two windows that overlap',
    ...{
      from: "  - { id: default, when: 'true', allow: false",
      to: "  - { id: late, when: 'daysSinceDelivery >= 25 && daysSinceDelivery <= 60', allow: false, he: 'א', en: 'x' }\n  - { id: default, when: 'true', allow: false",
    },
    code: 'overlapping_rules',
    at: '{ id: late',
    detail: 'eligibility: window and late overlap: both hold for daysSinceDelivery from 25 to 30',
    meant: null,
  },
  {
    what: 'a list without a last word',
    ...{ from: "id: default, when: 'true', allow: false", to: "id: default, when: 'payout > 0', allow: false" },
    code: 'missing_default',
    at: '- { id: legal',
    detail: "the last rule of eligibility must have when: 'true'",
    meant: null,
  },
  {
    what: 'two rules of one name',
    ...{ from: 'id: window', to: 'id: legal' },
    ...{
      code: 'duplicate_rule_id',
      at: "legal,  when: 'daysSince",
      detail: 'eligibility has two rules legal',
      meant: null,
    },
  },
  {
    what: 'a role that does not decide',
    ...{ from: 'then: cfo', to: 'then: cofo' },
    code: 'unknown_role',
    at: 'cofo',
    detail: 'then must be one of lead, manager, cfo, finance',
    meant: 'cfo',
  },
  {
    what: 'a zone with a slip of the pen',
    ...{ from: 'Asia/Jerusalem', to: 'Asia/Jeruslem' },
    code: 'unknown_calendar',
    at: 'Asia/Jeruslem',
    detail: 'Asia/Jeruslem is no time zone',
    meant: 'Asia/Jerusalem',
  },
  {
    what: 'a currency by its spoken name',
    ...{ from: 'currency: ILS', to: 'currency: NIS' },
    ...{ code: 'policy_syntax', at: 'NIS', detail: 'currency must be a code of ISO 4217', meant: 'ILS' },
  },
  {
    what: 'a placeholder that nobody fills',
    ...{ from: 'Cancellation fee', to: 'Cancellation fee of {amout}' },
    code: 'unknown_field',
    at: "'Cancellation fee of",
    detail: 'a text can hold {amount} {bps} {cap} {date}',
    meant: 'amount',
  },
  {
    what: 'half a minor unit',
    ...{ from: 'max: 10000', to: 'max: 99.5' },
    code: 'amount_not_integer',
    at: '99.5',
    detail: 'max must be a whole number from 0 to 9007199254740991',
    meant: null,
  },
  {
    what: 'more than the whole as a share',
    ...{ from: 'bps: 500', to: 'bps: 10500' },
    ...{ code: 'bps_out_of_range', at: '10500', detail: 'bps must be a whole number from 0 to 10000', meant: null },
  },
  {
    what: 'a missing translation',
    ...{ from: "en: 'Keep the item'", to: "en: ''" },
    ...{ code: 'missing_translation', at: "'' }", detail: 'en has no text', meant: null },
  },
  {
    what: 'a last rule of the ladder that asks for less',
    ...{ from: '{ role: lead, hours: 8, then: manager }, { role: finance, hours: 16, then: cfo }', to: NO_MATTER },
    ...{ code: 'ladder_gap', at: '- { id: auto', detail: NO_MATTER, meant: null },
  },
];

const textOf = ({ from, to }: Broken): string => {
  const text = STANDARD.replace(from, to);
  if (text === STANDARD) throw new Error(`nothing to replace: ${from}`);
  return text;
};
const faultsOf = (text: string): readonly PolicyFault[] => {
  const check = checkPolicy(text);
  return check.kind === 'invalid' ? check.faults : [];
};

describe('a policy that is saved', () => {
  it('passes whole: the full example has no fault', () =>
    expect(checkPolicy(STANDARD)).toMatchObject({ kind: 'valid', warnings: [] }));

  it.each(BROKEN)('is refused for $what, at its line and column', (broken) => {
    const text = textOf(broken);
    const fault = faultsOf(text).find(({ code }) => code === broken.code);
    const offset = text.indexOf(broken.at);
    expect(offset).toBeGreaterThan(0);
    const before = text.slice(0, offset).split('\n');
    expect(fault).toMatchObject({
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      suggestion: broken.meant,
    });
    expect(fault?.detail).toContain(broken.detail);
  });

  it.each([
    ['tiers, each above the one before', "when: 'payout <= 200000'", "when: 'payout <= 200000 || statutory'"],
    ['a window within a later, wider one', WINDOW, 'daysSinceDelivery >= 0 && daysSinceDelivery <= 14'],
    ['windows that meet and do not overlap', LEGAL, "when: 'daysSinceDelivery >= 31 && daysSinceDelivery <= 60'"],
    ['the same window for another reason', LEGAL, `when: 'reason == "late" && ${WINDOW}'`],
    [
      'an overlap that another fact tells apart',
      LEGAL,
      "when: 'firstOrder && daysSinceDelivery >= 20 && daysSinceDelivery <= 40'",
    ],
    ['a destination that only a change gives', LEGAL, `when: 'destination == "manual"'`],
    ['conditions it does not follow', LEGAL, "when: 'payout % 2 == 0 || payout / 2 > goodwill'"],
  ])('is not refused for %s', (_, from, to) => expect(faultsOf(STANDARD.replace(from, to))).toEqual([]));
});

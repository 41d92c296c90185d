import fc from 'fast-check';
import { parsePolicy } from './parse-policy';
import type { PolicyFaultCode } from './policy';
import { STANDARD_POLICY as STANDARD } from './standard-policy.builder';

/** The standard policy with one passage replaced. */
function changed(from: string | RegExp, to: string): string {
  const text = STANDARD.replace(from, to);
  if (text === STANDARD) throw new Error(`nothing to replace: ${String(from)}`);
  return text;
}
const faultsOf = (text: string) => {
  const parse = parsePolicy(text);
  return parse.kind === 'invalid' ? parse.faults : [];
};
const codesOf = (text: string): PolicyFaultCode[] => faultsOf(text).map(({ code }) => code);
const warningsOf = (text: string): PolicyFaultCode[] => {
  const parse = parsePolicy(text);
  return parse.kind === 'valid' ? parse.warnings.map(({ code }) => code) : [];
};
const standard = () => {
  const parse = parsePolicy(STANDARD);
  if (parse.kind === 'invalid') throw new Error(JSON.stringify(parse.faults));
  return parse.policy;
};

describe('a policy', () => {
  it('is read whole: the standard example has no fault and no warning', () => {
    expect(parsePolicy(STANDARD)).toMatchObject({ kind: 'valid', warnings: [] });
    expect(standard()).toMatchObject({
      name: 'standard',
      currency: 'ILS',
      calendar: {
        days: ['sun', 'mon', 'tue', 'wed', 'thu'],
        from: '09:00',
        to: '18:00',
        zone: 'Asia/Jerusalem',
        restDays: 'IL',
      },
      return: [
        { id: 'keep_cheap', mode: 'returnless', days: 0 },
        { id: 'trusted', mode: 'instant', days: 6, trigger: 'delivered' },
        { id: 'default', mode: 'required', days: 21, trigger: 'delivered' },
      ],
      deductions: { A: 0, B: 0, C: 2500, D: 10000 },
      fee: [{ id: 'mind', bps: 500, max: 10000, text: { he: 'דמי ביטול', en: 'Cancellation fee' } }],
      destinations: { allow: ['original', 'store_credit'], creditBonusBps: 500, creditMonths: 60 },
      approval: {
        machines: false,
        ladder: [
          { id: 'auto', steps: [] },
          { id: 'lead', steps: [{ role: 'lead', hours: 8, then: 'manager' }] },
          { id: 'default', steps: [{ role: 'lead' }, { role: 'finance', hours: 16, then: 'cfo' }] },
        ],
      },
      limits: {
        ...{ merchantHour: 5000000, merchantDay: null, perStaffHour: null, perStaffDay: 500000, perSale: 3 },
        ...{ perReasonHour: {}, perReasonDay: {} },
      },
      onSilence: { afterWorkingHours: 40 },
    });
  });

  it('may put its ladder beside the leave for machines to decide', () => {
    const [head = '', ladder = ''] = STANDARD.split('approval:\n');
    const text = `${head}approval:\n  machines: true\n  ladder:\n${ladder.replace(/^ {2}-/gm, '    -')}`;
    const parse = parsePolicy(text);
    expect(parse).toMatchObject({ kind: 'valid', policy: { approval: { machines: true, ladder: { length: 3 } } } });
  });

  it('needs neither return rules, fees, deductions, limits nor a silence limit', () => {
    const text = STANDARD.replace(/^(return|fee):\n( {2}- .*\n)+/gm, '').replace(
      /^(deductions|limits|onSilence):.*\n/gm,
      '',
    );
    expect(parsePolicy(text)).toMatchObject({
      kind: 'valid',
      policy: {
        return: [],
        fee: [],
        deductions: { D: 0 },
        limits: { perSale: null },
        onSilence: { afterWorkingHours: 40 },
      },
    });
  });

  it.each<[PolicyFaultCode, string, string | RegExp, string]>([
    ['policy_syntax', 'a list that does not end', 'allow: [original, store_credit]', 'allow: [original'],
    ['policy_syntax', 'a key twice', 'currency: ILS', 'name: again\ncurrency: ILS'],
    ['policy_syntax', 'an alias', 'currency: ILS', 'currency: &x ILS\nlimits2: *x'],
    ['policy_syntax', 'a tag', 'name: standard', 'name: !!str standard'],
    ['policy_syntax', 'a second document', 'currency: ILS', 'currency: ILS\n---\na: 1'],
    ['policy_syntax', 'a missing section', /^destinations.*\n/m, ''],
    ['policy_syntax', 'a missing field', "allow: true, he: 'זכות ביטול לפי החוק'", "he: 'זכות ביטול לפי החוק'"],
    ['policy_syntax', 'an unknown currency', 'currency: ILS', 'currency: NIS'],
    ['policy_syntax', 'a return mode that is none', 'mode: returnless', 'mode: maybe'],
    ['policy_syntax', 'a required return without days', 'mode: required, days: 21', 'mode: required'],
    ['policy_syntax', 'a truth value that is none', 'allow: true', 'allow: yes'],
    ['policy_syntax', 'a destination that is none', 'allow: [original, store_credit]', 'allow: [original, cash]'],
    ['policy_syntax', 'a hidden direction mark', 'Cancellation fee', 'Cancellation\u202e fee'],
    ['unknown_field', 'a field nobody reads', 'currency: ILS', 'currency: ILS\ncolour: red'],
    ['unknown_field', 'a field of a rule that nobody reads', 'bps: 500,', 'bps: 500, basis: gross,'],
    ['unknown_field', 'a placeholder nobody fills', 'Cancellation fee', 'Cancellation fee of {sum}'],
    ['duplicate_rule_id', 'two rules of one id', 'id: window', 'id: legal'],
    ['cel_syntax', 'half a condition', "when: 'statutory'", "when: 'statutory &&'"],
    ['cel_syntax', 'a regular expression', "when: 'statutory'", `when: 'reason.matches("(a+)+b")'`],
    [
      'cel_syntax',
      'a function that is not offered',
      "when: 'statutory'",
      `when: 'timestamp("2026-01-01T00:00:00Z").getFullYear() == 2026'`,
    ],
    [
      'cel_syntax',
      'walks too deep inside each other',
      "when: 'statutory'",
      `when: 'skus.all(a, skus.all(b, skus.all(c, a == b && b == c)))'`,
    ],
    [
      'cel_syntax',
      'a walk through a list made up on the way',
      "when: 'statutory'",
      `when: '(skus + skus).exists(a, a == "x")'`,
    ],
    [
      'cel_syntax',
      'too many parts',
      "when: 'statutory'",
      `when: '${Array.from({ length: 120 }, () => 'statutory').join(' && ')}'`,
    ],
    ['cel_syntax', 'brackets too deep', "when: 'statutory'", `when: '${'('.repeat(30)}statutory${')'.repeat(30)}'`],
    ['cel_unknown_variable', 'a name that is no fact', "when: 'statutory'", "when: 'statutry'"],
    ['cel_unknown_variable', 'a part that a fact does not have', "when: 'statutory'", "when: 'customer.age > 3'"],
    ['cel_type', 'a number where a truth value is needed', "when: 'statutory'", "when: 'payout'"],
    ['cel_type', 'a number compared with a text', "when: 'statutory'", `when: 'payout > "3"'`],
    [
      'missing_default',
      'eligibility without a last word',
      "id: default, when: 'true', allow: false",
      "id: default, when: 'statutory', allow: false",
    ],
    [
      'missing_default',
      'a ladder without a last word',
      "id: default, when: 'true', steps",
      "id: default, when: 'statutory', steps",
    ],
    ['missing_translation', 'an empty text', "en: 'Cancellation fee'", "en: ''"],
    ['missing_translation', 'a text that is a number', "he: 'דמי ביטול'", 'he: 7'],
    [
      'unknown_role',
      'a step for nobody',
      'role: lead, hours: 8, then: manager }] }   #',
      'role: boss, hours: 8 }] }   #',
    ],
    ['unknown_role', 'an escalation to a role that may not decide', 'then: cfo', 'then: warehouse'],
    ['unknown_calendar', 'a zone that is none', 'zone: Asia/Jerusalem', 'zone: Asia/Atlantis'],
    ['unknown_calendar', 'rest days that nobody knows', 'restDays: IL', 'restDays: US'],
    ['unknown_calendar', 'a day that is none', 'days: [sun,', 'days: [sunday,'],
    [
      'unknown_calendar',
      'hours that end before they begin',
      'from: "09:00", to: "18:00"',
      'from: "18:00", to: "09:00"',
    ],
    ['unknown_calendar', 'an hour that is none', 'from: "09:00"', 'from: "9 am"'],
    ['amount_not_integer', 'half an agora', 'max: 10000', 'max: 100.5'],
    ['amount_not_integer', 'a negative limit', 'perStaffDay: 500000', 'perStaffDay: -1'],
    ['amount_not_integer', 'an amount as text', 'merchantHour: 5000000', "merchantHour: '5000000'"],
    ['amount_not_integer', 'a negative limit of a reason', 'perSale: 3', 'perReasonDay: { goodwill: -1 }'],
    ['unknown_field', 'a limit of a reason that is none', 'perSale: 3', 'perReasonDay: { good_will: 100 }'],
    ['policy_syntax', 'limits of no reason', 'perSale: 3', 'perReasonHour: {}'],
    ['policy_syntax', 'one amount where each reason has its own', 'perSale: 3', 'perReasonHour: 100'],
    ['bps_out_of_range', 'more than all', 'bps: 500', 'bps: 10001'],
    ['bps_out_of_range', 'a deduction below nothing', 'C: 2500', 'C: -1'],
    [
      'ladder_gap',
      'a last rule that asks for less',
      /id: default, when: 'true', steps: \[.*\]/,
      "id: default, when: 'true', steps: []",
    ],
  ])('is refused with %s for %s', (code, _, from, to) => expect(codesOf(changed(from, to))).toContain(code));

  it('names line and column of a fault, down to the character inside a condition', () => {
    const [fault] = faultsOf(changed("when: 'payout <= 200000'", "when: 'payout <= limit'"));
    const line = STANDARD.split('\n').findIndex((one) => one.includes('id: lead')) + 1;
    const column =
      (STANDARD.split('\n')[line - 1]?.indexOf("when: '") ?? 0) + "when: '".length + 'payout <= '.length + 1;
    expect(fault).toEqual({
      code: 'cel_unknown_variable',
      line,
      column,
      detail: 'there is no fact limit',
      suggestion: null,
    });
  });

  it('tells all faults of one reading, in the order of the text', () => {
    const text = changed('currency: ILS', 'currency: NIS')
      .replace('bps: 500', 'bps: 99999')
      .replace('restDays: IL', 'restDays: US');
    expect(codesOf(text)).toEqual(['policy_syntax', 'unknown_calendar', 'bps_out_of_range']);
  });

  it.each([
    ['nested brackets', `name: ${'['.repeat(100_000)}`],
    ['nested dashes', '- '.repeat(50_000)],
    ['ever deeper indentation', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['too many keys', Array.from({ length: 40_000 }, (_, i) => `a${i}: 1`).join('\n')],
    ['too long a text', `name: "${'x'.repeat(300_000)}"`],
    ['nothing', ''],
    ['a list', '- 1'],
    ['a number', '7'],
  ])('refuses %s quickly and without an exception', (_, text) => {
    const before = process.cpuUsage();
    expect(faultsOf(text).length).toBeGreaterThan(0);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
  });

  it('warns of rules that can never speak and of terms that the law will correct', () => {
    expect(
      warningsOf(
        changed("id: window,  when: 'daysSinceDelivery >= 0 && daysSinceDelivery <= 30'", "id: window,  when: 'true'"),
      ),
    ).toEqual(['unreachable_rule']);
    expect(warningsOf(changed('bps: 500, max: 10000', 'bps: 1000'))).toEqual(['below_law']);
    expect(warningsOf(changed('allow: [original, store_credit]', 'allow: [store_credit]'))).toEqual(['below_law']);
    expect(warningsOf(changed('creditMonths: 60', 'creditMonths: 12'))).toEqual(['below_law']);
  });

  it('never throws, whatever becomes of the text', () => {
    const bits = fc.constantFrom(
      '',
      '[',
      ']',
      '{',
      '}',
      ':',
      '- ',
      '? ',
      '\n',
      ' ',
      "'",
      '"',
      '&a ',
      '*a',
      '!x ',
      '%',
      '|',
      '>',
      '#',
      ',',
      '\t',
      '---',
      '...',
      '<<: ',
      '0x1',
      '.inf',
      '~',
      '\u0000',
    );
    const damage = fc.array(fc.record({ at: fc.nat(STANDARD.length), take: fc.nat(12), put: bits }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(damage, (places) => {
        const text = places.reduce(
          (whole, { at, take, put }) => whole.slice(0, at) + put + whole.slice(at + take),
          STANDARD,
        );
        const parse = parsePolicy(text);
        if (parse.kind === 'invalid')
          for (const { line, column, detail } of parse.faults)
            expect([line > 0, column > 0, detail === '']).toEqual([true, true, false]);
      }),
      { numRuns: 100 },
    );
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LawFacts, LawOutcome } from './law-pack';
import { lawOf, lawPackOf, lawVersionOf, payByOnSending } from './law-of';

type Case = Readonly<{ name: string; facts: LawFacts; expect: LawOutcome }>;
const { cases } = JSON.parse(readFileSync(path.join(__dirname, '../../../../test/vectors/deadlines.json'), 'utf8')) as {
  cases: Case[];
};

const base = cases.find(({ name }) => name === 'plain fortnight')!.facts;
const eu: LawFacts = { ...base, jurisdiction: 'EU-DE', timeZone: 'Europe/Berlin', currency: 'EUR' };
const lawFor = (from: LawFacts, overrides: Partial<LawFacts>): LawOutcome => lawOf({ ...from, ...overrides });

describe('the law of a line', () => {
  it.each(cases)('gives the recorded answer: $name', ({ facts, expect: expected }) =>
    expect(lawOf(facts)).toEqual(expected),
  );

  it('gives no right, no cap and no date where there is no pack', () => {
    expect(lawFor(base, { jurisdiction: 'other', reason: 'defective' })).toEqual({
      right: 'none',
      cancelBy: null,
      cancelEndsAt: null,
      inTime: false,
      payBy: null,
      feeCap: null,
    });
    expect(lawVersionOf('other')).toBe('none');
  });

  it('moves the last day over a holiday weekend and a clock change inside', () => {
    const law = lawFor(eu, {
      placedAt: '2027-03-10T10:00:00Z',
      disclosedAt: '2027-03-10T10:00:00Z',
      deliveredAt: '2027-03-12T10:00:00Z',
    });
    expect([law.cancelBy, law.cancelEndsAt]).toEqual(['2027-03-30', '2027-03-30T22:00:00Z']);
  });

  it('ends four months on the last day of a shorter month', () => {
    const law = lawFor(base, {
      deliveredAt: '2026-10-31T10:00:00Z',
      placedAt: '2026-10-20T10:00:00Z',
      disclosedAt: '2026-10-20T10:00:00Z',
      protectedGroup: 'new_immigrant',
      channel: 'phone',
    });
    expect([law.cancelBy, law.cancelEndsAt]).toEqual(['2027-02-28', '2027-02-28T22:00:00Z']);
  });

  it('stops two days that count before a service, seven for travel', () => {
    const service = { kind: 'service', deliveredAt: null, serviceAt: '2026-11-09T10:00:00Z' } as const;
    expect(lawFor(base, service).cancelBy).toBe('2026-11-06');
    expect(lawFor(base, { ...service, category: 'travel' }).cancelBy).toBe('2026-11-01');
  });

  it('does not wait for a delivery when a service was bought', () =>
    expect(lawFor(base, { kind: 'service', deliveredAt: null }).cancelBy).toBe('2026-11-15'));

  it('keeps the right open while the details document was never given', () =>
    expect(lawFor(base, { disclosedAt: null })).toMatchObject({ right: 'open', cancelBy: null, inTime: true }));

  it('gives an uninformed consumer in the EU at most twelve months more', () =>
    expect(lawFor(eu, { disclosedAt: '2028-06-01T10:00:00Z' }).cancelBy).toBe('2027-11-18'));

  it.each(['perishable', 'personalised', 'opened_media'])(
    'gives no right for %s goods, but pays for a defect',
    (category) => {
      expect(lawFor(base, { category })).toMatchObject({ right: 'none', payBy: null, feeCap: null });
      expect(lawFor(base, { category, reason: 'defective' })).toMatchObject({
        right: 'none',
        payBy: '2026-11-24',
        feeCap: 0,
      });
    },
  );

  it('gives a right for digital content in the EU alone, for a donation nowhere', () => {
    expect([lawFor(base, { kind: 'digital' }).right, lawFor(eu, { kind: 'digital' }).right]).toEqual(['none', 'until']);
    expect([lawFor(base, { kind: 'donation' }).right, lawFor(eu, { kind: 'donation' }).right]).toEqual([
      'none',
      'none',
    ]);
  });

  it('gives shop purchases a right by category and price alone', () => {
    const store = { channel: 'store', category: 'electronics' } as const;
    expect(lawFor(base, store).cancelBy).toBe('2026-11-18');
    expect(lawFor(base, { ...store, price: 5_000 }).right).toBe('none');
    expect(lawFor(base, { ...store, currency: 'USD' }).right).toBe('none');
    expect(lawFor(base, { ...store, category: 'books' }).right).toBe('none');
  });

  it('allows no fee at the door, in another currency or for a double charge', () => {
    expect(lawFor(base, { channel: 'doorstep' }).feeCap).toBe(0);
    expect(lawFor(base, { currency: 'USD' }).feeCap).toBe(0);
    expect(lawFor(base, { reason: 'duplicate_charge' }).feeCap).toBe(0);
  });

  it('counts the fee cap exactly beyond what floating point can', () =>
    expect(
      lawFor(base, { cancelledNow: Number.MAX_SAFE_INTEGER, cancelledBefore: Number.MAX_SAFE_INTEGER }).feeCap,
    ).toBe(10_000));

  it('does not let money wait for goods that the merchant fetches or that are claimed to be defective', () => {
    expect(lawFor(eu, { merchantCollects: true }).payBy).toBe('2026-11-24');
    expect(lawFor(eu, { reason: 'defective' }).payBy).toBe('2026-11-24');
    expect(lawFor(eu, { deliveredAt: null }).payBy).toBe('2026-11-24');
  });

  it('E72 is due on the day of a late proof of sending, and not before the notice allows', () => {
    const sent = (sentAt: string) =>
      payByOnSending('EU-DE', { noticeAt: eu.noticeAt, sentAt, timeZone: 'Europe/Berlin' });
    expect([sent('2026-11-12T10:00:00Z'), sent('2026-12-01T23:30:00Z')]).toEqual(['2026-11-24', '2026-12-02']);
    expect(
      payByOnSending('IL', { noticeAt: base.noticeAt, sentAt: base.noticeAt, timeZone: base.timeZone }),
    ).toBeNull();
    const late = { proofOfSendingAt: '2026-12-01T23:30:00Z' };
    expect(lawFor(eu, late).payBy).toBe(sent('2026-12-01T23:30:00Z'));
  });

  it('names a source and a confidence for every rule of a pack', () => {
    for (const jurisdiction of ['IL', 'EU-FR']) {
      const pack = lawPackOf(jurisdiction);
      expect(pack?.version).toMatch(/^(IL|EU)-\d{4}\.\d+$/);
      expect(pack?.issuedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(pack?.sources.every(({ source }) => source.length > 10)).toBe(true);
      expect(pack?.sources.every(({ dated }) => /^\d{4}(-\d{2}-\d{2})?$/.test(dated))).toBe(true);
    }
  });
});

import { ERROR_CODES, type ErrorCode } from './error-code';
import { ERROR_CATALOGUE } from './error-catalogue';
import type { ErrorEntry } from './error-entry';
import { errorSentence } from './error-sentence';

const placeholders = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
const entries: [ErrorCode, ErrorEntry][] = ERROR_CODES.map((code) => [code, ERROR_CATALOGUE[code]]);
const codesWith = (status: number) => ERROR_CODES.filter((code) => ERROR_CATALOGUE[code].status === status);

describe('the error catalogue', () => {
  it('holds every code once and no other', () =>
    expect(Object.keys(ERROR_CATALOGUE).sort()).toEqual([...ERROR_CODES].sort()));

  it.each(entries)('%s says the same in both languages, with declared values only', (_code, entry) => {
    expect(entry.he).toMatch(/\p{Script=Hebrew}/u);
    expect(entry.en).not.toMatch(/\p{Script=Hebrew}/u);
    expect([entry.he, entry.en].every((sentence) => sentence.endsWith('.'))).toBe(true);
    expect(placeholders(entry.he).sort()).toEqual(placeholders(entry.en).sort());
    expect(entry.values).toEqual(expect.arrayContaining(placeholders(entry.en)));
    if (entry.amounts) expect(entry.values).toEqual(expect.arrayContaining([...entry.amounts, 'currency']));
  });

  it('answers with the statuses of the API', () => {
    expect(codesWith(400).sort()).toEqual(['idempotency_key_invalid', 'idempotency_key_missing', 'invalid_json']);
    expect(codesWith(401).sort()).toEqual(['bad_signature', 'unauthenticated']);
    expect(codesWith(403).sort()).toEqual([
      'foreign_page',
      'limit_exceeded',
      'machines_may_not_decide',
      'permission_missing',
      'recent_sign_in_needed',
      'second_person_needed',
      'self_approval',
      'sign_in_refused',
    ]);
    expect(codesWith(404).every((code) => code.endsWith('not_found'))).toBe(true);
    expect(codesWith(409).sort()).toEqual([
      'back_test_running',
      'dispute_exists',
      'external_ref_taken',
      'invalid_state',
      'look_up_failed',
      'message_not_resendable',
      'movement_taken',
      'policy_changed',
      'policy_in_force',
      'policy_not_draft',
      'proposal_exists',
      'proposal_not_open',
      'proposal_void',
      'request_in_progress',
      'resent_too_often',
      'sale_locked',
      'snapshot_changed',
      'step_not_open',
      'sum_differs',
      'too_early',
      'too_late',
      'webhook_endpoint_disabled',
    ]);
    expect(ERROR_CODES.filter((code) => ERROR_CATALOGUE[code].status >= 500)).toEqual(['unavailable', 'internal']);
  });
});

describe('errorSentence', () => {
  it('writes amounts in the currency of the error', () => {
    expect(errorSentence('over_refund', { available: 1234, payout: 99900, currency: 'KWD' }, 'en')).toBe(
      'At most KWD\u00a01.234 can still be paid back; KWD\u00a099.900 was asked for.',
    );
  });

  it('keeps a value of a Hebrew sentence from changing places with its neighbours', () =>
    expect(errorSentence('unknown_line', { line: 'AB-12' }, 'he')).toBe('השורה \u2068AB-12\u2069 אינה קיימת בעסקה.'));

  it('shows a dash for a value that is missing', () =>
    expect(errorSentence('sale_not_found', {}, 'en')).toBe('The sale - was not found.'));

  it('never fails, whatever the values are', () => {
    const odd = { payout: '9007199254770891', available: 1.5, currency: 'NIS', limit: null };
    for (const code of ERROR_CODES) for (const locale of ['he', 'en'] as const) errorSentence(code, odd, locale);
    expect(errorSentence('over_refund', odd, 'en')).toBe(
      'At most 1.5 can still be paid back; 9007199254770891 was asked for.',
    );
  });

  it('does not read values that every object has', () =>
    expect(errorSentence('invalid_state', Object.create({ status: 'x' }) as Record<string, string>, 'en')).toContain(
      '(-)',
    ));
});

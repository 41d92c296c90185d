import { ForbiddenException, NotFoundException } from '@nestjs/common';
import { ERROR_CODES, RefundError } from '@zikui/domain';
import { problemOf } from './problem';
import { refundErrorOf } from './refund-error-of';

const context = { publicUrl: 'https://zikui.example', locale: 'en', requestId: 'r-1' } as const;

describe('a problem', () => {
  it('says what the catalogue says, with the page that explains it', () =>
    expect(problemOf(new RefundError('sale_not_found', { saleRef: 'A-1' }), context)).toEqual({
      type: 'https://zikui.example/docs/errors/sale_not_found',
      title: 'Sale not found',
      status: 404,
      detail: 'The sale A-1 was not found.',
      code: 'sale_not_found',
      values: { saleRef: 'A-1' },
      errors: [],
      requestId: 'r-1',
    }));

  it('names each wrong field in the language of the caller', () => {
    const fault = { pointer: '/lines/0/ref', code: 'invalid_field', detail: 'ref 64' } as const;
    const error = new RefundError('invalid_request', {}, [fault]);
    expect(problemOf(error, context).errors).toEqual([
      { ...fault, detail: 'A reference has 1 to 64 of A-Z a-z 0-9 . _ : -' },
    ]);
    expect(problemOf(error, { ...context, locale: 'he' }).errors[0]?.detail).toMatch(/^מזהה: 1 עד 64/);
  });

  it('leaves a sentence of a store as it is, and gives a fault without one the sentence of its code', () => {
    const faults = [
      { pointer: '/a', code: 'invalid_field', detail: 'The first line is not YAML.' },
      { pointer: '/b', code: 'unknown_line', detail: '' },
    ] as const;
    const details = problemOf(new RefundError('invalid_request', { line: 'l9' }, faults), context).errors.map(
      ({ detail }) => detail,
    );
    expect(details).toEqual(['The first line is not YAML.', 'The sale has no line l9.']);
  });

  it.each(ERROR_CODES)('has a status and sentences for %s', (code) => {
    for (const locale of ['he', 'en'] as const) {
      const { status, detail } = problemOf(new RefundError(code), { ...context, locale });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(detail).not.toBe('');
    }
  });
});

describe('whatever is thrown', () => {
  const codeFor = (thrown: unknown): string => refundErrorOf(thrown).code;

  it('keeps its code when it is ours', () => expect(codeFor(new RefundError('too_late'))).toBe('too_late'));

  it('gets the code of its status when the framework refused', () => {
    expect(codeFor(new NotFoundException())).toBe('route_not_found');
    expect(codeFor(Object.assign(new Error('entity.too.large'), { status: 413 }))).toBe('body_too_large');
    expect(codeFor(Object.assign(new Error('encoding.unsupported'), { status: 415 }))).toBe('unsupported_media_type');
    expect(codeFor(Object.assign(new Error('bad escape'), { status: 400 }))).toBe('invalid_request');
  });

  it('is a defect of ours when nobody knows it, and tells nothing of itself', () => {
    for (const thrown of [new Error('SELECT secret'), 'text', undefined, new ForbiddenException(), { status: 404 }]) {
      const error = refundErrorOf(thrown);
      expect(error.code).toBe('internal');
      expect(JSON.stringify(problemOf(error, context))).not.toContain('secret');
    }
  });
});

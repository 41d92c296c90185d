import { Problem } from '../../api/problem';
import { fieldAt, faultsOf } from './form-faults';
import { noAnswers, type RefundRequest } from './refund-request';

const request: RefundRequest = {
  ...{ saleRef: 'A-1', reason: noAnswers.reason, destination: noAnswers.destination },
  lines: [
    { ref: 'l2', quantity: 1 },
    { ref: 'l7', quantity: 2 },
  ],
};

describe('what is wrong with a request', () => {
  it.each([
    ['/lines/0/quantity', 'line-l2'],
    ['/lines/1', 'line-l7'],
    ['/goodwill/amount', 'goodwill'],
    ['/shipping', 'shipping'],
    ['/note', 'note'],
    ['/lines/9', null],
    ['/lines', null],
    ['/noteworthy', null],
    ['', null],
  ])('at %s belongs to the field %s', (pointer, field) => expect(fieldAt(pointer, request)).toBe(field));

  it('is the whole where the server points nowhere', () => {
    const told = { code: 'over_refund', status: 422, detail: 'At most 5 is left.' };
    expect(faultsOf(new Problem(told), request)).toEqual([{ field: null, text: 'At most 5 is left.' }]);
    const errors = [{ pointer: '/lines/1', code: 'line_exhausted', detail: 'Nothing is left.' }];
    expect(faultsOf(new Problem({ ...told, errors }), request)).toEqual([
      { field: 'line-l7', text: 'Nothing is left.' },
    ]);
  });
});

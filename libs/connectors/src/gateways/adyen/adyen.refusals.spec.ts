import { failureOf, refusalOf } from './adyen.refusals';

describe("Adyen's codes of errors", () => {
  it.each([
    ['100', 'invalid_request'],
    ['130', 'invalid_request'],
    ['137', 'amount_not_supported'],
    ['138', 'amount_not_supported'],
    ['167', 'payment_not_found'],
    ['906', 'payment_not_found'],
  ])('%s surely moved nothing: %s', (code, reason) => expect(refusalOf(code)).toBe(reason));

  it.each(['000', '010', '168', '701', '702', '703', '704', '901', '903', '905', '999', '', 'constructor', undefined])(
    '%s leaves the outcome unknown, never declined',
    (code) => expect(refusalOf(code)).toBeUndefined(),
  );
});

describe("Adyen's reasons of an announced failure", () => {
  it.each([
    ['Insufficient balance on payment', 'amount_exceeds_payment'],
    ["Transaction hasn't been captured, refund not possible", 'payment_not_captured'],
    ['INSUFFICIENT FUNDS', 'insufficient_funds'],
  ])('%s is %s', (reason, ours) => expect(failureOf(reason)).toBe(ours));

  it('stay unnamed when they are not listed: the sentence may name people', () => {
    expect(failureOf('Refused for A. Buyer')).toBe('declined');
    expect(failureOf(undefined)).toBe('declined');
  });
});

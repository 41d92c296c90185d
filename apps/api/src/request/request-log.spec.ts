import { shownPath } from './request-log';

describe('a path in the log', () => {
  it('has no query', () => expect(shownPath('/v1/refunds?customerRef=c-1')).toBe('/v1/refunds'));

  it('keeps ids and hides digits that may be a card', () => {
    expect(shownPath('/v1/refunds/rf_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b')).toBe(
      '/v1/refunds/rf_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b',
    );
    expect(shownPath('/v1/sales/4111111111111111')).toBe('/v1/sales/[digits]');
    expect(shownPath('/v1/sales/4111-1111-1111-1111')).toBe('/v1/sales/[digits]');
    expect(shownPath('/v1/sales/4111%201111%201111%201111')).toBe('/v1/sales/[digits]');
  });

  it('is bounded', () => expect(shownPath('/'.repeat(5_000)).length).toBeLessThanOrEqual(200));
});

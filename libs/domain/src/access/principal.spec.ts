import { hasScope } from './principal';

describe('hasScope', () => {
  it('knows only what the credential lists', () => {
    expect(hasScope({ scopes: ['refunds:read'] }, 'refunds:read')).toBe(true);
    expect(hasScope({ scopes: ['refunds:read'] }, 'refunds:decide')).toBe(false);
    expect(hasScope({ scopes: [] }, 'refunds:read')).toBe(false);
  });
});

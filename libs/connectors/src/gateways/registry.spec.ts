import { createGatewayRegistry, GATEWAYS } from './registry';

const log = { info: () => undefined, warn: () => undefined };
const open = (stripeApiBase = 'https://api.stripe.com') =>
  createGatewayRegistry({ stripeApiBase, timeoutMs: 1_000, log });

describe('the registry of gateways', () => {
  it('opens every gateway under its own name', () => {
    for (const name of GATEWAYS) expect(open().gateway(name).name).toBe(name);
  });

  it('refuses a name that it does not know, and names that every object has', () => {
    for (const name of ['nobody', 'constructor', '__proto__', '']) {
      expect(() => open().gateway(name)).toThrow('gateway_unknown');
      expect(() => open().webhooks(name)).toThrow('gateway_unknown');
    }
  });

  it('tells what every gateway can do', () => {
    for (const name of GATEWAYS) expect(open().capabilities[name]).toBe(open().gateway(name).capabilities);
  });

  it('reads the webhooks of Stripe', () => {
    expect(open().webhooks('stripe')).toBeDefined();
  });

  it('refuses at start an address with which Stripe cannot be reached', () => {
    expect(() => open('https://api.stripe.com/v1')).toThrow('without a path');
    expect(() => open('ftp://api.stripe.com')).toThrow('http(s)');
  });
});

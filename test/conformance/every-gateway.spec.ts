import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createGatewayRegistry, GATEWAYS } from '@zikui/connectors';
import { NOBODY, SILENT } from './worlds/sandbox-world';

const ACCOUNTS_PAGE = readFileSync(path.join(__dirname, '../../docs/gateways.md'), 'utf8');
const registry = createGatewayRegistry({ stripeApiBase: NOBODY, timeoutMs: 1_000, log: SILENT });

describe.each(GATEWAYS)('the gateway %s of the registry', (name) => {
  it('takes the exam', () => {
    const spec = path.join(__dirname, `${name}.spec.ts`);
    expect(existsSync(spec)).toBe(true);
    expect(readFileSync(spec, 'utf8')).toContain('describeGateway(');
  });

  it('stands on the page of accounts', () => expect(ACCOUNTS_PAGE).toContain(`| \`${name}\``));

  it('claims no more in its record than can be true', () => {
    const { keyLifetimeMs, lookUp, refundWindowDays, pendingLimitMs, currencies } = registry.gateway(name).capabilities;
    // Without keys and without a complete look-up nothing that was left open could ever be sent again.
    expect(keyLifetimeMs > 0 || (lookUp.by !== 'none' && lookUp.isComplete)).toBe(true);
    if (lookUp.by !== 'none') expect(lookUp.visibleWithinMs).toBeGreaterThan(0);
    for (const limit of [refundWindowDays, pendingLimitMs]) if (limit !== null) expect(limit).toBeGreaterThan(0);
    expect(currencies.size).toBeGreaterThan(0);
  });
});

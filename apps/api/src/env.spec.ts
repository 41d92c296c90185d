import { readEnv } from './env';
import { GOOD_SETTINGS as GOOD } from './env.builder';

const refusal = (more: NodeJS.ProcessEnv): string => {
  try {
    readEnv({ ...GOOD, ...more });
  } catch (error) {
    return String(error);
  }
  return '';
};

describe('the settings of the api', () => {
  it('need the addresses and secrets, and have values for the rest', () => {
    expect(readEnv(GOOD)).toMatchObject({
      ...GOOD,
      PORT: 3000,
      HOST: '127.0.0.1',
      TEMPORAL_NAMESPACE: 'refunds',
      RATE_CREATES_PER_SECOND: 10,
    });
    expect(readEnv(GOOD).TEMPORAL_UI_URL).toBeUndefined();
  });

  it('ask a silent gateway at 1m 5m 30m 2h 6h 24h, then daily to day 7', () => {
    const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
    expect(readEnv(GOOD).REFUND_LOOK_UPS_MS).toEqual([
      minute,
      5 * minute,
      30 * minute,
      2 * hour,
      6 * hour,
      day,
      2 * day,
      3 * day,
      4 * day,
      5 * day,
      6 * day,
      7 * day,
    ]);
    expect(readEnv({ ...GOOD, REFUND_LOOK_UPS_MS: '100,2000' }).REFUND_LOOK_UPS_MS).toEqual([100, 2000]);
  });

  it('show metrics to this machine alone unless told otherwise', () => {
    expect(readEnv(GOOD)).toMatchObject({ METRICS_PORT: 9464, METRICS_HOST: '127.0.0.1' });
    expect(readEnv({ ...GOOD, METRICS_PORT: '0' }).METRICS_PORT).toBe(0);
  });

  it('read numbers from text and take an empty setting as absent', () =>
    expect(readEnv({ ...GOOD, PORT: '4711', LOG_LEVEL: '', TEMPORAL_UI_URL: '' })).toMatchObject({
      PORT: 4711,
      LOG_LEVEL: 'info',
    }));

  it.each([
    ['DATABASE_URL', 'hunter2'],
    ['DATABASE_URL', 'mysql://root:hunter2@db/zikui'],
    ['PUBLIC_URL', 'ftp://hunter2'],
    ['TEMPORAL_ADDRESS', 'http://hunter2'],
    ['TEMPORAL_UI_URL', 'hunter2'],
    ['MASTER_KEY', 'hunter2'],
    ['MASTER_KEY', Buffer.alloc(31).toString('base64')],
    ['API_KEY_PEPPER', 'hunter2'],
    ['GATEWAY_KEY_SECRET', 'hunter2'],
    ['METRICS_PORT', '70000'],
    ['PORT', '70000'],
    ['PORT', 'hunter2'],
    ['DATABASE_POOL_SIZE', '1.5'],
    ['RATE_PER_SECOND', '0'],
    ['REFUND_LOOK_UPS_MS', '100,hunter2'],
    ['LOG_LEVEL', 'hunter2'],
    ['NODE_ENV', 'hunter2'],
  ])('name %s when it is %s, and never the value', (name, value) => {
    const said = refusal({ [name]: value });
    expect(said).toContain(`\n${name}: `);
    expect(said).not.toContain('hunter2');
    expect(said).not.toContain(value);
  });

  it('let failpoints be set in development alone', () => {
    const ZIKUI_FAILPOINTS = 'gw.after_send=kill';
    expect(refusal({ ZIKUI_FAILPOINTS, NODE_ENV: 'production' })).toContain('ZIKUI_FAILPOINTS: must not be set');
    expect(refusal({ ZIKUI_FAILPOINTS })).toContain('ZIKUI_FAILPOINTS: must not be set');
    const env = readEnv({ ...GOOD, ZIKUI_FAILPOINTS, NODE_ENV: 'development' });
    expect(env.ZIKUI_FAILPOINTS).toBe(ZIKUI_FAILPOINTS);
  });

  it('let people sign in over https, or on this machine itself', () => {
    const OIDC = {
      OIDC_ISSUER_URL: 'https://id.example',
      OIDC_CLIENT_ID: 'zikui',
      PUBLIC_URL: 'https://refunds.example',
    };
    expect(readEnv({ ...GOOD, ...OIDC }).OIDC_ROLES_CLAIM).toBe('roles');
    for (const host of ['localhost', '127.0.0.1', '[::1]'])
      expect(refusal({ ...OIDC, PUBLIC_URL: `http://${host}:3000`, OIDC_ISSUER_URL: `http://${host}:3002/oidc` })).toBe(
        '',
      );
    expect(refusal({ ...OIDC, PUBLIC_URL: 'http://refunds.example' })).toContain('PUBLIC_URL: must be https');
    expect(refusal({ ...OIDC, OIDC_ISSUER_URL: 'http://id.example' })).toContain('OIDC_ISSUER_URL: must be https');
    expect(refusal({ ...OIDC, OIDC_CLIENT_ID: '' })).toContain('OIDC_CLIENT_ID: ');
  });

  it('translate groups of the identity provider by pairs', () => {
    const OIDC = {
      OIDC_ISSUER_URL: 'https://id.example',
      OIDC_CLIENT_ID: 'zikui',
      PUBLIC_URL: 'https://refunds.example',
    };
    expect(refusal({ ...OIDC, OIDC_ROLES_MAP: 'Refund Leads=demo:lead; CN=Money=demo:finance' })).toBe('');
    expect(refusal({ ...OIDC, OIDC_ROLES_MAP: 'Refund Leads' })).toContain('OIDC_ROLES_MAP: must be');
  });

  it('name every fault at once', () => expect(refusal({ DATABASE_URL: '', PORT: 'x' }).split('\n')).toHaveLength(3));
});

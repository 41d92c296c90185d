import { readEnv } from './env';

const good = {
  PUBLIC_URL: 'https://refunds.example.com',
  DATABASE_URL: 'postgres://zikui:hunter2@localhost:5432/zikui',
  TEMPORAL_ADDRESS: 'localhost:7233',
  MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
  API_KEY_PEPPER: 'p'.repeat(32),
  GATEWAY_KEY_SECRET: 'g'.repeat(32),
  SMTP_URL: 'smtp://localhost:25',
  MAIL_FROM: 'Shop <refunds@example.com>',
};

describe("the worker's settings", () => {
  it('takes every role unless told otherwise', () =>
    expect(readEnv(good).WORKER_ROLES).toEqual(['workflow', 'gateway', 'carrier', 'notify', 'ops', 'relay']));
  it('takes the roles that it is given', () =>
    expect(readEnv({ ...good, WORKER_ROLES: 'gateway,relay' }).WORKER_ROLES).toEqual(['gateway', 'relay']));
  it('takes the rates of gateways', () => {
    expect(readEnv(good).GATEWAY_RATES).toEqual({});
    expect(readEnv({ ...good, GATEWAY_RATES: 'stripe=25, adyen=0.5' }).GATEWAY_RATES).toEqual({
      stripe: 25,
      adyen: 0.5,
    });
  });
  it('reads an empty setting as absent', () => expect(readEnv({ ...good, HEALTH_PORT: '' }).HEALTH_PORT).toBe(3001));
  it.each([
    ['WORKER_ROLES', 'workflow,cook'],
    ['DATABASE_URL', 'hunter2'],
    ['TEMPORAL_ADDRESS', 'hunter2'],
    ['MASTER_KEY', 'hunter2'],
    ['SMTP_URL', 'http://hunter2'],
    ['MAIL_FROM', 'a\nBcc: hunter2'],
    ['GATEWAY_TIMEOUT_MS', '30000'],
    ['GATEWAY_PAUSE_MS', '0'],
    ['GATEWAY_RATES', 'hunter2=5'],
    ['GATEWAY_RATES', 'stripe=0'],
    ['GATEWAY_RATES', 'stripe'],
  ])('refuses a bad %s by its name and without its value', (name, value) => {
    const boot = () => readEnv({ ...good, [name]: value });
    expect(boot).toThrow(name);
    expect(boot).not.toThrow('hunter2');
  });
});

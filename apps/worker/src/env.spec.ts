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
  it('shows metrics to this machine alone unless told otherwise', () =>
    expect(readEnv(good)).toMatchObject({ METRICS_PORT: 9465, METRICS_HOST: '127.0.0.1' }));
  it('reads an empty setting as absent', () => expect(readEnv({ ...good, HEALTH_PORT: '' }).HEALTH_PORT).toBe(3001));
  it('allows endpoints on this machine in development, and refuses to boot with them in production', () => {
    const loopback = { ...good, WEBHOOK_ALLOW_LOOPBACK: 'true' };
    expect(readEnv({ ...loopback, NODE_ENV: 'development' }).WEBHOOK_ALLOW_LOOPBACK).toBe('true');
    expect(() => readEnv(loopback)).toThrow('WEBHOOK_ALLOW_LOOPBACK');
    expect(readEnv(good).WEBHOOK_ALLOW_LOOPBACK).toBe('false');
  });
  it('reads the waits between the tries of a webhook', () =>
    expect(readEnv({ ...good, WEBHOOK_RETRIES_MS: '100,200' }).WEBHOOK_RETRIES_MS).toEqual([100, 200]));
  it.each([
    ['WORKER_ROLES', 'workflow,cook'],
    ['DATABASE_URL', 'hunter2'],
    ['TEMPORAL_ADDRESS', 'hunter2'],
    ['MASTER_KEY', 'hunter2'],
    ['SMTP_URL', 'http://hunter2'],
    ['MAIL_FROM', 'a\nBcc: hunter2'],
    ['METRICS_PORT', '-1'],
    ['GATEWAY_TIMEOUT_MS', '30000'],
    ['GATEWAY_PAUSE_MS', '0'],
    ['GATEWAY_RATES', 'hunter2=5'],
    ['GATEWAY_RATES', 'stripe=0'],
    ['GATEWAY_RATES', 'stripe'],
    ['WEBHOOK_RETRIES_MS', 'hunter2'],
    ['WEBHOOK_SLOTS', '0'],
    ['WEBHOOK_ALLOW_LOOPBACK', 'hunter2'],
  ])('refuses a bad %s by its name and without its value', (name, value) => {
    const boot = () => readEnv({ ...good, [name]: value });
    expect(boot).toThrow(name);
    expect(boot).not.toThrow('hunter2');
  });

  it('lets failpoints be set in development alone', () => {
    const set = { ...good, ZIKUI_FAILPOINTS: 'gw.after_send=kill' };
    expect(() => readEnv(set)).toThrow('ZIKUI_FAILPOINTS: must not be set in production');
    expect(readEnv({ ...set, NODE_ENV: 'development' }).ZIKUI_FAILPOINTS).toBe('gw.after_send=kill');
  });
});

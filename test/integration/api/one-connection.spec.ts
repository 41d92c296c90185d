import { RefundProcessStore } from '@zikui/persistence';
import { strictPolicy } from '../../builders/policy.builder';
import { saleOf } from '../../builders/sale.builder';
import { storeStaff } from '../../builders/staff.builder';
import { transitionsOf } from '../../builders/stored-refund.builder';
import { acceptRefund } from '../../builders/stores.builder';
import { startApi, type ApiServer } from './api-server';
import { asStaff } from './cells';

let api: ApiServer;
let token: string;
let refundId: string;
beforeAll(async () => {
  api = await startApi();
  const { database } = api.db;
  const shop = await api.addMerchant([strictPolicy()]);
  const roles = ['admin', 'cfo', 'finance', 'lead', 'ops', 'policy_owner', 'support'] as const;
  ({ token } = await storeStaff(database, api.stores.secrets, shop.id, { roles }));
  const principal = await api.stores.keys.authenticate(shop.createKey);
  if (!principal) throw new Error('a key that was just made is known');
  const { view, start } = await acceptRefund(api.stores, principal, saleOf());
  if (!start) throw new Error('a new refund has a start');
  await new RefundProcessStore(database, api.stores.secrets).open(transitionsOf(shop.id, start.refundId)());
  refundId = view.id;
});
afterAll(() => api.close());

const CONNECTIONS = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'zikui-api'`;

/**
 * A page that reads in several connections side by side takes them from others: a few people whose pages are drawn anew
 * had all of them, and on a busy machine the next one was refused after a second of waiting.
 */
describe('a page of the console takes one connection at a time', () => {
  it.each([
    '/v1/home',
    '/v1/operations',
    '/v1/approvals',
    '/v1/proposals',
    '/v1/reviews',
    '/v1/refunds',
    '/v1/refunds/{id}',
    '/v1/refunds/{id}/steps/1',
    '/v1/refunds/{id}/transfers',
    '/v1/refunds/{id}/timeline',
    '/v1/gateways',
  ])('%s', async (path) => {
    expect((await api.call('GET', path.replace('{id}', refundId), asStaff(token))).status).toBe(200);
    expect(await api.db.query(CONNECTIONS)).toHaveLength(1);
  });
});

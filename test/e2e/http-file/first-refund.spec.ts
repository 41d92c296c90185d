import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page, StatusEvent, TimelineEntry } from '@zikui/persistence';
import { REPOSITORY } from '../../../tools/local-stack/folders';
import { startStack, type TestStack } from '../../environment/stack';
import { eventually } from '../client/eventually';
import { MerchantClient } from '../client/merchant.client';
import { brokenRules } from '../invariants';
import { readHttpFile } from './http-file';
import { runHttpFile, type Carried } from './http-file.run';

const FIRST_REFUND = path.join(REPOSITORY, 'docs', 'first-refund.http');

describe('docs/first-refund.http', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startStack();
  }, 90_000);
  afterAll(() => stack.close());

  it('works as it stands: every request is granted, and the money is back with a credit note at its end', async () => {
    const { createKey, decideKey } = stack.merchants.demo;
    const file = readHttpFile(readFileSync(FIRST_REFUND, 'utf8'));
    expect(file.requests.length).toBeGreaterThanOrEqual(9);
    for (const name of ['api', 'gateway', 'createKey', 'decideKey'])
      expect(Object.keys(file.variables)).toContain(name);
    const carried = await runHttpFile(file, { api: stack.api, gateway: stack.sandbox, createKey, decideKey });
    const refused = carried.filter(({ answer }) => answer.status < 200 || answer.status > 299);
    expect(refused.map(({ title, answer }) => ({ title, status: answer.status, body: answer.body }))).toEqual([]);

    expect(bodyOf(carried, 'waiting')).toMatchObject({ status: 'awaiting_approval' });
    expect(bodyOf(carried, 'done')).toMatchObject({
      status: 'completed',
      transfers: [{ status: 'settled' }],
      creditNotes: [{ status: 'issued' }],
    });
    const ALL = ['requested', 'awaiting_approval', 'processing', 'completed'];
    const first = (bodyOf(carried, 'events') as Page<StatusEvent>).items.map(({ to }) => to);
    expect(first).toEqual(ALL.slice(0, first.length));
    // The newest one is listed once everything that began before it has ended.
    const client = new MerchantClient(stack.api, stack.merchants.demo);
    const told = await eventually('the end among the events', async () => {
      const statuses = (await client.eventsAfter(null)).map(({ to }) => to);
      return statuses.includes('completed') ? statuses : undefined;
    });
    expect(told).toEqual(ALL);
    expect((bodyOf(carried, 'timeline') as Page<TimelineEntry>).items.length).toBeGreaterThan(4);
    expect(await brokenRules(stack)).toEqual({});
  });
});

const bodyOf = (carried: readonly Carried[], name: string): unknown =>
  carried.find((one) => one.name === name)?.answer.body;

/**
 * How long it takes to try a changed policy on many past refunds, and whether the numbers are those of a count by hand.
 * Brings a PostgreSQL of its own, or uses the server of DATABASE_URL: `npm run bench:back-test -- --cases 100000`.
 * Ends with 0 when the numbers agree and the time was kept.
 */
import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { runBackTest } from '@zikui/activities';
import { canonicalJson, uuidOf } from '@zikui/domain';
import { BackTestRunStore, BackTestStore, PolicyVersionStore } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../test/builders/database.builder';
import {
  countedByHand,
  plainPolicy,
  storePastRefunds,
  TERMS_NOW,
  TERMS_THEN,
} from '../test/builders/past-refunds.builder';
import { newMerchant, storesOn } from '../test/builders/stores.builder';
import { readWords, wholeNumber } from '../tools/command-line/read-words';
import { runTool } from '../tools/command-line/run-tool';
import { startPostgres } from '../tools/local-stack/postgres';

const MOST_SECONDS = 60;
const MOST_CASES = 1_000_000;

async function measure(test: TestDatabase, cases: number): Promise<boolean> {
  const stores = storesOn(test.database);
  const merchant = await newMerchant(stores, { policies: [plainPolicy(TERMS_THEN)] });
  const storing = performance.now();
  await storePastRefunds(test, stores, merchant, cases);
  console.log(`${cases} refunds stored in ${((performance.now() - storing) / 1_000).toFixed(1)} s`);
  const owner = { ...merchant, role: 'policy_owner' } as const;
  const draft = { text: plainPolicy(TERMS_NOW), key: 'bench', bodyHash: '0'.repeat(64) };
  const { view } = await new PolicyVersionStore(test.database).draft(owner, draft);
  const backTests = new BackTestStore(test.database);
  const policyVersionId = uuidOf('policyVersion', view.id) ?? '';
  const { id } = await backTests.request(owner, { policyVersionId, days: 366, key: 'bench', bodyHash: '0'.repeat(64) });

  const begun = performance.now();
  await runBackTest(new BackTestRunStore(test.database), { merchantId: merchant.merchantId, backTestId: id }, () =>
    breathe(),
  );
  const seconds = (performance.now() - begun) / 1_000;
  const found = await backTests.find(merchant.merchantId, id);
  const isSame = found !== undefined && canonicalJson(found.report) === canonicalJson(countedByHand(cases));
  console.log(`${cases} refunds tried in ${seconds.toFixed(1)} s (at most ${MOST_SECONDS} s)`);
  console.log(
    `changed ${found?.report.changed ?? 0}, approved by themselves ${JSON.stringify(found?.report.autoBps)} of 10000`,
  );
  console.log(`payout ${JSON.stringify(found?.report.payout)}, fees ${JSON.stringify(found?.report.fee)}`);
  console.log(isSame ? 'every number is that of the count by hand' : 'THE NUMBERS DIFFER FROM THE COUNT BY HAND');
  return isSame && seconds <= MOST_SECONDS;
}

const HELP = `npm run bench:back-test -- [...]

Tries a changed policy on many past refunds, and compares every number with a count by hand.

  --cases N     how many; default 100000`;

function readCases(args: readonly string[]): number | undefined {
  const words = readWords(args, { options: { cases: { type: 'string', default: '100000' } }, positionals: false });
  return words === undefined ? undefined : wholeNumber('--cases', words.values.cases, { least: 1, most: MOST_CASES });
}

async function onServer(cases: number): Promise<number> {
  const given = process.env['DATABASE_URL'];
  const options = { purpose: `back-test-${process.pid}`, port: 15_310, password: 'bench', durable: false };
  const own = given === undefined || given === '' ? await startPostgres(options) : undefined;
  try {
    if (own !== undefined) process.env['DATABASE_URL'] = own.url;
    const test = await newDatabase();
    try {
      return (await measure(test, cases)) ? 0 : 1;
    } finally {
      await test.close();
    }
  } finally {
    await own?.stop();
    if (own !== undefined) rmSync(own.folder, { recursive: true, force: true });
  }
}

void runTool({ help: HELP, read: readCases, run: onServer, failed: 2 });

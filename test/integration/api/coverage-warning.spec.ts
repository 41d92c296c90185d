import { Module, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ROLES } from '@zikui/domain';
import { CoverageStore, openDatabase } from '@zikui/persistence';
import { ApproverModule } from '../../../apps/api/src/approver/approver.module';
import { CoverageWarning } from '../../../apps/api/src/approver/coverage-warning';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { storeStaff } from '../../builders/staff.builder';
import { storeMerchant } from '../../builders/stored-merchant.builder';

type Said = Readonly<{ about: Readonly<Record<string, unknown>>; message: string }>;

let db: TestDatabase;
beforeAll(async () => {
  db = await newDatabase();
});
afterAll(() => db.close());

@Module({})
class Booted {}

/** What a service says of it while it starts. */
async function saidAtBoot(coverage = new CoverageStore(db.database)): Promise<readonly Said[]> {
  const said: Said[] = [];
  const silent = (): void => undefined;
  const logger: LoggerService = {
    ...{ log: silent, error: silent },
    warn: (about: Said['about'], message: string) => said.push({ about, message }),
  };
  const module = { module: Booted, providers: [{ provide: CoverageStore, useValue: coverage }, CoverageWarning] };
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes plain objects
  const app = await NestFactory.createApplicationContext(module, { logger });
  await app.close();
  return said;
}

describe('a service that starts', () => {
  it('is one that looks who could approve', () =>
    expect(Reflect.getMetadata('providers', ApproverModule)).toContain(CoverageWarning));

  it('warns of each step and each act of two persons that nobody, or only one person, can do', async () => {
    const { slug } = await storeMerchant(db.database);
    const said = (await saidAtBoot()).filter(({ about }) => about['merchant'] === slug);
    expect(said).toContainEqual({
      about: {
        ...{ merchant: slug, policy: 'standard', currency: 'ILS', rule: 'default', step: 2, asks: 'finance' },
        verdict: 'nobody',
      },
      message: 'Too few persons can approve',
    });
    expect(said).toContainEqual({
      about: { merchant: slug, act: 'staff_power', verdict: 'nobody' },
      message: 'Too few persons can do what needs a second one',
    });
  });

  it('says nothing of a shop in which each can be done while any one person is away', async () => {
    const { id, slug } = await storeMerchant(db.database);
    const secrets = { masterKey: Buffer.alloc(32, 7), apiKeyPepper: 'p'.repeat(32), gatewayKeySecret: 'g'.repeat(32) };
    for (const role of ROLES)
      for (let no = 0; no < 3; no += 1)
        await storeStaff(db.database, secrets, id, { roles: [role], amountLimit: 1_000_000_000 });
    expect((await saidAtBoot()).filter(({ about }) => about['merchant'] === slug)).toEqual([]);
  });

  it('starts all the same while its database is away, and says that nobody looked', async () => {
    const away = await openDatabase({ url: db.url, poolSize: 1, applicationName: 'test-away' });
    await away.close();
    expect(await saidAtBoot(new CoverageStore(away))).toEqual([
      { about: { code: 'unavailable' }, message: 'Who can approve could not be looked up' },
    ]);
  });
});

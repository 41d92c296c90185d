import { readMerchantCommand } from './merchant-command';

const read = (line: string): ReturnType<typeof readMerchantCommand> => readMerchantCommand(line.split(' '));
const LIVE =
  'create --slug acme --mode live --policy ils.yaml --legal-entity Acme --entity-number 516 --entity-address Haifa --stripe-key sk_live_1 --stripe-webhook-secret whsec_1';

describe('npm run merchant', () => {
  it('needs a slug alone for a test merchant', () => {
    expect(read('create --slug acme')).toMatchObject({
      slug: 'acme',
      name: 'acme',
      mode: 'test',
      policies: undefined,
      stripe: undefined,
      gateways: undefined,
      owners: { create: 'acme-backend', decide: 'acme-approver' },
      decides: { role: 'cfo', amountLimit: 100_000_000 },
    });
  });

  it('takes a policy per currency and accounts of its own', () => {
    const command = read(
      'create --slug acme --policy a.yaml --policy b.yaml --stripe-key sk_test_1 --stripe-webhook-secret whsec_1 --decide-limit 5000',
    );
    expect(command?.policies).toEqual(['a.yaml', 'b.yaml']);
    expect(command?.stripe).toEqual({ apiKey: 'sk_test_1', webhookSecret: 'whsec_1' });
    expect(command?.decides.amountLimit).toBe(5000);
  });

  it('takes administrators by their addresses', () => {
    expect(read('create --slug acme --admin Dana@Acme.test --admin noa@acme.test')?.admins).toEqual([
      'dana@acme.test',
      'noa@acme.test',
    ]);
    expect(read('create --slug acme')?.admins).toEqual([]);
  });

  it('takes how customers reach the shop', () => {
    const line = 'create --slug acme --contact-mail Help@Acme.test --contact-phone 03-555-0100 --contact-hours 9-17';
    expect(read(`${line} --contact-accessibility Noa --logo acme.png`)).toMatchObject({
      contact: { email: 'help@acme.test', phone: '03-555-0100', hours: '9-17', accessibility: 'Noa' },
      logo: 'acme.png',
    });
    expect(read('create --slug acme')).toMatchObject({ contact: {}, logo: undefined });
    for (const [option, value] of [
      ['--contact-mail', 'acme'],
      ['--contact-phone', 'call'],
      ['--contact-hours', 'x'.repeat(121)],
      ['--contact-accessibility', 'x'.repeat(121)],
    ] as const)
      expect(() => read(`create --slug acme ${option} ${value}`)).toThrow(option);
  });

  it('takes nothing for granted for a live merchant', () => {
    expect(read(LIVE)).toMatchObject({ mode: 'live', legalEntity: { name: 'Acme', registrationNumber: '516' } });
    for (const [option, value] of [
      ['--policy', 'ils.yaml'],
      ['--legal-entity', 'Acme'],
      ['--entity-number', '516'],
      ['--entity-address', 'Haifa'],
    ] as const)
      expect(() => read(LIVE.replace(` ${option} ${value}`, ''))).toThrow(`${option} is needed for a live merchant`);
    expect(() => read(LIVE.replace(/ --stripe.*/, ''))).toThrow(
      '--stripe-key or --gateways is needed for a live merchant',
    );
  });

  it('takes a live merchant who uses other gateways than Stripe', () => {
    const command = read(LIVE.replace(/ --stripe.*/, ' --gateways accounts.json'));
    expect(command).toMatchObject({ stripe: undefined, gateways: 'accounts.json' });
  });

  it.each([
    ['create --name Acme', '--slug is needed'],
    ['create --slug Acme!', '--slug is needed'],
    ['create --slug acme --mode prod', '--mode is one of test, live'],
    ['create --slug acme --locale fr', '--locale is one of he, en'],
    ['create --slug acme --decide-role king', '--decide-role is one of'],
    ['create --slug acme --decide-limit 12.5', '--decide-limit takes a whole number'],
    ['create --slug acme --stripe-key sk_test_1', '--stripe-key and --stripe-webhook-secret go together'],
    ['create --slug acme --admin dana', '--admin is a mail address'],
    ['create --slug acme --nonsense', '--nonsense'],
    ['create --slug acme --slug other', '--slug is given twice'],
    ['delete acme', '`create`'],
    ['--slug acme', '`create`'],
  ])('refuses `%s` by naming the option', (line, sentence) => {
    expect(() => read(line)).toThrow(sentence);
  });

  it('shows its help when nothing is said, and when it is asked for', () => {
    expect(read('create')).toBeUndefined();
    expect(read('create --slug acme --help')).toBeUndefined();
    expect(readMerchantCommand([])).toBeUndefined();
  });
});

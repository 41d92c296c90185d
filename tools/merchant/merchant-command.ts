import { ROLES, type Locale, type Mode, type Role } from '@zikui/domain';
import { readWords, wholeNumber, WordsRefused } from '../command-line/read-words';

export const HELP = `npm run merchant -- create --slug SLUG [...]

Makes a merchant with a legal entity, one policy per file, and two API keys of two owners: one that requests, one that decides.
The keys are shown once, as JSON.

  --slug SLUG              lower case letters, digits and dashes; part of webhook addresses
  --name NAME              default: the slug
  --mode test|live         default: test. Live needs everything that is optional for test: policy, legal entity, a gateway
  --policy FILE            a policy document, once per currency; default for test: policies/lab, which approves everything
  --legal-entity NAME      the seller that credit notes name; with
  --entity-number NUMBER   its registration number, and
  --entity-address TEXT    its address
  --credit-note-prefix P   default: CN-
  --time-zone ZONE         default: Asia/Jerusalem
  --locale he|en           default: he
  --contact-mail MAIL      how customers reach the shop; stands on their pages, as do
  --contact-phone NUMBER
  --contact-hours TEXT
  --contact-accessibility TEXT  who looks after accessibility, and how to reach them; and
  --logo FILE              a PNG, JPEG or WebP of at most 48 kB
  --stripe-key KEY         default for test: an account of its own at the sandbox gateway
  --stripe-webhook-secret SECRET
  --gateways FILE          further accounts as JSON: {"generic": {"apiKey": "...", "webhookSecret": "...", "settings": {...}}}
  --easypost-key KEY       default for test: an account of its own at the sandbox carrier
  --easypost-webhook-secret SECRET
  --create-owner WHO       who answers for the key that requests; default: SLUG-backend
  --decide-owner WHO       who answers for the key that decides; must be another; default: SLUG-approver
  --decide-role ROLE       default: cfo
  --admin MAIL             an administrator, who signs in at the identity provider by this address; give two, and each can confirm
                           what the other one proposes
  --decide-limit AMOUNT    the highest payout that it may decide, in minor units; default: 100000000

Beside a running \`npm start\` it uses that stack. Elsewhere set DATABASE_URL, MASTER_KEY, API_KEY_PEPPER and GATEWAY_KEY_SECRET.`;

const MOST_MINOR_UNITS = 999_999_999_999_999;
const text = { type: 'string' } as const;
const OPTIONS = {
  slug: text,
  name: text,
  mode: text,
  policy: { type: 'string', multiple: true },
  'legal-entity': text,
  'entity-number': text,
  'entity-address': text,
  'credit-note-prefix': text,
  'time-zone': text,
  locale: text,
  'contact-mail': text,
  'contact-phone': text,
  'contact-hours': text,
  'contact-accessibility': text,
  logo: text,
  'stripe-key': text,
  'stripe-webhook-secret': text,
  gateways: text,
  'easypost-key': text,
  'easypost-webhook-secret': text,
  'create-owner': text,
  'decide-owner': text,
  'decide-role': text,
  'decide-limit': text,
  admin: { type: 'string', multiple: true },
} as const;

export type Account = Readonly<{ apiKey: string; webhookSecret: string }>;
/** What was asked for, with what stands for itself filled in. Undefined is filled in by whoever knows the place. */
export type MerchantCommand = Readonly<{
  slug: string;
  name: string;
  mode: Mode;
  policies: readonly string[] | undefined;
  legalEntity: Readonly<{ name: string; registrationNumber: string; address: string; creditNotePrefix?: string }>;
  timeZone: string;
  locale: Locale;
  /** How customers reach the shop. */ contact: Readonly<{
    email?: string;
    phone?: string;
    hours?: string;
    accessibility?: string;
  }>;
  /** A file with its picture. */ logo: string | undefined;
  stripe: Account | undefined;
  /** A file with accounts at further gateways. */ gateways: string | undefined;
  easypost: Account | undefined;
  owners: Readonly<{ create: string; decide: string }>;
  decides: Readonly<{ role: Role; amountLimit: number }>;
  /** Mail addresses. */ admins: readonly string[];
}>;

/** Reads the arguments. Gives undefined when help was asked for; throws one sentence that names the option at fault. */
export function readMerchantCommand(args: readonly string[]): MerchantCommand | undefined {
  const words = readWords(args, { options: OPTIONS, positionals: true });
  if (words === undefined || args.length === 0 || (args.length === 1 && args[0] === 'create')) return undefined;
  const { values, positionals } = words;
  if (positionals.length !== 1 || positionals[0] !== 'create') throw new WordsRefused('The one command is `create`.');
  const { slug, policy: policies } = values;
  if (slug === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(slug))
    throw new WordsRefused('--slug is needed: lower case letters, digits and dashes.');
  const mode = oneOf('mode', values.mode ?? 'test', ['test', 'live'] as const);
  const stripe = account('stripe', values['stripe-key'], values['stripe-webhook-secret']);
  /** For a test merchant a value that shows what it is; a live one has to say. */
  const orTest = (name: keyof typeof OPTIONS, given: string | undefined, forTest: string): string => {
    if (given !== undefined) return given;
    if (mode === 'live') throw new WordsRefused(`--${name} is needed for a live merchant.`);
    return forTest;
  };
  if (mode === 'live' && policies === undefined) throw new WordsRefused('--policy is needed for a live merchant.');
  if (mode === 'live' && stripe === undefined && values.gateways === undefined)
    throw new WordsRefused('--stripe-key or --gateways is needed for a live merchant.');
  const name = values.name ?? slug;
  const prefix = values['credit-note-prefix'];
  return {
    slug,
    name,
    mode,
    policies,
    legalEntity: {
      name: orTest('legal-entity', values['legal-entity'], name),
      registrationNumber: orTest('entity-number', values['entity-number'], '000000000'),
      address: orTest('entity-address', values['entity-address'], 'TEST'),
      ...(prefix === undefined ? {} : { creditNotePrefix: prefix }),
    },
    timeZone: values['time-zone'] ?? 'Asia/Jerusalem',
    locale: oneOf('locale', values.locale ?? 'he', ['he', 'en'] as const),
    contact: {
      ...given('email', values['contact-mail'], (mail) => mailAddress('contact-mail', mail)),
      ...given('phone', values['contact-phone'], phoneNumber),
      ...given('hours', values['contact-hours'], (told) => contactText('contact-hours', told)),
      ...given('accessibility', values['contact-accessibility'], (told) => contactText('contact-accessibility', told)),
    },
    logo: values.logo,
    stripe,
    gateways: values.gateways,
    easypost: account('easypost', values['easypost-key'], values['easypost-webhook-secret']),
    owners: {
      create: values['create-owner'] ?? `${slug}-backend`,
      decide: values['decide-owner'] ?? `${slug}-approver`,
    },
    decides: {
      role: oneOf<Role>('decide-role', values['decide-role'] ?? 'cfo', ROLES),
      amountLimit: wholeNumber('--decide-limit', values['decide-limit'] ?? '100000000', { most: MOST_MINOR_UNITS }),
    },
    admins: (values.admin ?? []).map((mail) => mailAddress('admin', mail)),
  };
}

function account(vendor: string, apiKey: string | undefined, webhookSecret: string | undefined): Account | undefined {
  if (apiKey === undefined && webhookSecret === undefined) return undefined;
  if (apiKey === undefined || webhookSecret === undefined)
    throw new WordsRefused(`--${vendor}-key and --${vendor}-webhook-secret go together.`);
  return { apiKey, webhookSecret };
}

function oneOf<Value extends string>(name: string, value: string, allowed: readonly Value[]): Value {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new WordsRefused(`--${name} is one of ${allowed.join(', ')}.`);
  return found;
}

/** A field that is there when its option was given. */
const given = <Name extends string>(
  name: Name,
  value: string | undefined,
  read: (value: string) => string,
): Partial<Record<Name, string>> => (value === undefined ? {} : ({ [name]: read(value) } as Record<Name, string>));

function mailAddress(option: string, text: string): string {
  if (!/^[^\s@]{1,64}@[^\s@]{1,55}$/.test(text)) throw new WordsRefused(`--${option} is a mail address.`);
  return text.toLowerCase();
}

function phoneNumber(text: string): string {
  if (!/^\+?[\d\s()*-]{3,24}$/.test(text)) throw new WordsRefused('--contact-phone is a telephone number.');
  return text;
}

function contactText(option: string, text: string): string {
  if (text.trim() === '' || text.length > 120) throw new WordsRefused(`--${option} is a text of at most 120 letters.`);
  return text;
}

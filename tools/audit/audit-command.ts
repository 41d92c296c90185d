import { readWords, WordsRefused } from '../command-line/read-words';

export const HELP = `npm run audit -- [...]

Checks the invariants and promises of the product against a live database and its gateways. Reads only: one moment of the
database, and the gateways' own lists. Ends with 0 when everything holds, 1 when a promise is broken, 2 when it could not finish.

  --database-url URL       default: DATABASE_URL, else the stack of a running \`npm start\`
  --strict                 for a quiet system: nothing may wait. Without it what is on its way has its usual time, and a
                           difference to a gateway counts only when a second look a minute later finds it again
  --rows-only              leaves the gateways and the processes alone
  --json                   the report as JSON

The gateways are asked in the names of the merchants' accounts: beside a running \`npm start\` with its secrets, elsewhere with
MASTER_KEY, API_KEY_PEPPER, GATEWAY_KEY_SECRET and, if it is another than Stripe's own, STRIPE_API_BASE. Processes are asked
after where TEMPORAL_ADDRESS (and TEMPORAL_NAMESPACE, default refunds) says, if it is set.`;

export type AuditCommand = Readonly<{
  databaseUrl: string | undefined;
  strict: boolean;
  rowsOnly: boolean;
  json: boolean;
}>;

/** Reads the arguments. Gives undefined when help was asked for; throws one sentence that names the option at fault. */
export function readAuditCommand(args: readonly string[]): AuditCommand | undefined {
  const flag = { type: 'boolean', default: false } as const;
  const words = readWords(args, {
    options: { 'database-url': { type: 'string' }, strict: flag, 'rows-only': flag, json: flag },
    positionals: false,
  });
  if (words === undefined) return undefined;
  const { values } = words;
  const databaseUrl = values['database-url'];
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new WordsRefused('--database-url begins with postgres://.');
  return { databaseUrl, strict: values.strict, rowsOnly: values['rows-only'], json: values.json };
}

import type { AuditCheck } from './audit-check';
import { BANK_TRANSFERS } from './bank-transfer.checks';
import { CREDIT_NOTES } from './credit-note.checks';
import { DISPUTES } from './dispute.checks';
import { HELD_MONEY } from './held-money.checks';
import { LAW } from './law.checks';
import { LEDGER } from './ledger.checks';
import { PEOPLE } from './people.checks';
import { QUOTED_MONEY } from './quoted-money.checks';
import { SECRETS } from './secrets.checks';
import { STATUSES } from './status.checks';
import { WAITING } from './waiting.checks';
import { WEBHOOKS } from './webhook.checks';

/** Every check of the rows alone. What holds between tables of merchants is read from the catalogue: `isolationChecks`. */
export const AUDIT_CHECKS: readonly AuditCheck[] = [
  ...HELD_MONEY,
  ...DISPUTES,
  ...QUOTED_MONEY,
  ...LEDGER,
  ...CREDIT_NOTES,
  ...STATUSES,
  ...PEOPLE,
  ...WAITING,
  ...LAW,
  ...SECRETS,
  ...WEBHOOKS,
  ...BANK_TRANSFERS,
];

import { isUuid } from './uuid';

/** The merchant whose rows a transaction may see and write; whoever signed in (`Principal`) is one. */
export type MerchantScope = Readonly<{ merchantId: string }>;

/**
 * Roles of PostgreSQL that see rows of every merchant, each no more than its work needs (the migration `Walls` says what):
 * `intake` knows keys and merchants by name before anybody is known, `relay` delivers what waits in the boxes,
 * `dispatcher` carries events to endpoints, `clock` finds the legal dates that come near, `reconciler` looks for lost processes and books, `eraser` ends the keeping of
 * bank details, `sealer` seals the audit log, `watcher` counts what waits for those who run the service, `house` throws their switches.
 */
export const WIDER_ROLES = [
  'intake',
  'relay',
  'dispatcher',
  'clock',
  'reconciler',
  'eraser',
  'sealer',
  'watcher',
  'house',
] as const;
export type WiderRole = (typeof WIDER_ROLES)[number];

/** Whose rows a transaction works on. There is no way without one. */
export type RowScope = MerchantScope | WiderRole;

/** Reads everything and writes nothing; for the audit, which connects as it. */
export const AUDITOR = 'zikui_auditor';
/** What every session of a service is: it owns nothing, and row-level security holds for it. */
export const APPLICATION = 'zikui_application';
export const roleName = (role: WiderRole): string => `zikui_${role}`;

/**
 * The statement that makes the transaction it stands in the scope's, and ends with it. It leaves in one message with
 * START TRANSACTION, which takes no parameters: what is no UUID is refused here.
 */
export function openingOf(scope: RowScope): string {
  if (typeof scope === 'string') return `SET LOCAL ROLE ${roleName(scope)}`;
  if (!isUuid(scope.merchantId)) throw new Error('the scope of a transaction names no merchant');
  return `SET LOCAL app.merchant = '${scope.merchantId}'`;
}

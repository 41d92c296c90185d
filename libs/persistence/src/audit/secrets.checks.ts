import { ON_PAGE, type AuditCheck, type AuditSubject } from './audit-check';

/** Live keys, webhook secrets and private keys. Card numbers are refused on their way in. */
const SECRET = `'(sk|rk)_live_[0-9A-Za-z]|whsec_[0-9A-Za-z+/]{8}|-----BEGIN [A-Z ]*PRIVATE KEY'`;
/** Texts and documents that people and gateways fill. */
const FILLED: readonly (readonly [subject: AuditSubject, columns: readonly string[]])[] = [
  ['refund', ['note', 'metadata']],
  ['sale', ['snapshot']],
  ['attempt', ['evidence']],
  ['inbox_event', ['fact']],
  ['refund_command', ['note', 'payload']],
  ['decision', ['note']],
  ['webhook_endpoint', ['url', 'description', 'secret', 'previous_secret']],
];

/** No secret in clear, wherever somebody could have put one (P16). */
export const SECRETS: readonly AuditCheck[] = FILLED.map(([subject, columns]) => ({
  id: `A18.${subject}`,
  rule: 'P16',
  sentence: `no secret stands in the texts of ${subject}`,
  subject,
  broken: `SELECT s.id FROM ${subject} s WHERE ${ON_PAGE('s')} AND concat_ws(' ', ${columns.map((column) => `s.${column}::text`).join(', ')}) ~ ${SECRET}`,
}));

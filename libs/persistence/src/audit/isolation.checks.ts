import type { Reading } from './reading';
import { AUDIT_SUBJECTS, ON_PAGE, type AuditCheck, type AuditSubject } from './audit-check';

type ForeignKey = Readonly<{ name: string; child: string; column: string; parent: string }>;

/** One check per foreign key between two tables of merchants, as the catalogue names them: a row and what it points at are of one merchant (P14). */
export async function isolationChecks(tx: Reading): Promise<readonly AuditCheck[]> {
  const keys = await tx.query<ForeignKey>(FOREIGN_KEYS);
  return keys.filter(({ parent }) => isSubject(parent)).map(checkOf);
}

const isSubject = (table: string): table is AuditSubject => AUDIT_SUBJECTS.some((subject) => subject === table);

const checkOf = ({ name, child, column, parent }: ForeignKey): AuditCheck => ({
  id: `A17.${name.replace(/_fkey$/, '')}`,
  rule: 'P14',
  sentence: `each ${child} and the ${parent} that its ${column} names are of one merchant`,
  subject: parent as AuditSubject,
  broken: `
    SELECT p.id FROM ${parent} p WHERE ${ON_PAGE('p')}
      AND EXISTS (SELECT FROM ${child} c WHERE c.${column} = p.id AND c.merchant_id <> p.merchant_id)`,
});

const FOREIGN_KEYS = `
SELECT k.conname AS name, child.relname AS child, quote_ident(a.attname) AS column, parent.relname AS parent
FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
JOIN pg_attribute a ON a.attrelid = child.oid AND a.attnum = k.conkey[1]
WHERE k.contype = 'f' AND array_length(k.conkey, 1) = 1 AND child.relnamespace = 'public'::regnamespace AND parent.relname <> 'merchant'
  AND EXISTS (SELECT FROM pg_attribute m WHERE m.attrelid = child.oid AND m.attname = 'merchant_id' AND NOT m.attisdropped)
  AND EXISTS (SELECT FROM pg_attribute m WHERE m.attrelid = parent.oid AND m.attname = 'merchant_id' AND NOT m.attisdropped)
ORDER BY 1`;

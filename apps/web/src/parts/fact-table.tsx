import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import styles from './fact-table.module.css';

/** Narrower than this a row has no room beside itself. */
const NARROW = '(max-width: 600px)';

type Column<Row> = Readonly<{ label: string; cell: (row: Row) => ReactNode }>;

/** Few facts of few things: a table, and on a narrow screen one list of facts under the name of each, so that nothing moves sideways. */
export function FactTable<Row>({
  label,
  head,
  columns,
  rows,
  keyOf,
}: Readonly<{
  label: string;
  /** What each row is about. */ head: Column<Row>;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}>): ReactNode {
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  if (isNarrow)
    return (
      <ul className={styles.list} aria-label={label}>
        {rows.map((row) => (
          <li key={keyOf(row)}>
            <strong>{head.cell(row)}</strong>
            <dl>
              {columns.map((column) => (
                <div key={column.label}>
                  <dt>{column.label}</dt>
                  <dd>{column.cell(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    );
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {[head, ...columns].map((column) => (
            <th key={column.label} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <th scope="row">{head.cell(row)}</th>
            {columns.map((column) => (
              <td key={column.label}>{column.cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

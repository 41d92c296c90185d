import { Column, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, type ColumnType, type ObjectType } from 'typeorm';

type More = Readonly<{ nullable?: true; default?: string | number | boolean | (() => string) }>;
const kind =
  (type: ColumnType) =>
  (more: More = {}): PropertyDecorator =>
    Column({ type, ...more });

/** The row's own UUID, made by `newId`. */
export const Id = (constraint: string): PropertyDecorator =>
  PrimaryColumn('uuid', { primaryKeyConstraintName: constraint });
/** A number that the database counts up by itself. */
export const Numbered = (constraint: string): PropertyDecorator =>
  PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: constraint,
  });
/** The id of another row, which must exist. */
export const Reference =
  (
    to: () => ObjectType<object>,
    constraint: string,
    more: Readonly<{ nullable?: true; onDelete?: 'CASCADE' }> = {},
  ): PropertyDecorator =>
  (target, property) => {
    const { nullable, onDelete } = more;
    Column('uuid', nullable ? { nullable } : {})(target, property);
    ForeignKey(to, { name: constraint, ...(onDelete && { onDelete }) })(target, property);
  };

export const Uuid = kind('uuid');
export const LongText = kind('text');
export const Count = kind('integer');
/** Minor units of the row's currency, or another whole number beyond 32 bits. */
export const Minor = kind('bigint');
export const Flag = kind('boolean');
export const LocalDate = kind('date');
export const Instant = kind('timestamptz');
export const Json = kind('jsonb');
export const Text = (length: number, more: More = {}): PropertyDecorator => Column('varchar', { length, ...more });
/** Text of exactly that length: hashes, currencies. */
export const Fixed = (length: number, more: More = {}): PropertyDecorator => Column('char', { length, ...more });
export const TextList = (more: More = {}): PropertyDecorator => Column('text', { array: true, ...more });
/** Set by the database when the row is written. */
export const Now = (): PropertyDecorator => Column('timestamptz', { default: () => 'now()' });

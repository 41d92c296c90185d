import { ID_PREFIXES, uuidOf, type IdKind } from '@zikui/domain';
import { Field, type FieldOptions } from './field.decorator';

/** A public id of one kind, as this API shows it. */
export const PublicIdField = (kind: IdKind, options: FieldOptions = {}): PropertyDecorator =>
  Field(
    (value) =>
      typeof value === 'string' && uuidOf(kind, value) !== undefined ? null : { code: 'invalid_field', rule: 'id' },
    { type: String, pattern: `^${ID_PREFIXES[kind]}_[0-9a-f]{32}$` },
    options,
  );

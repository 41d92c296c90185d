import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested, type ValidationArguments } from 'class-validator';
import type { Breach } from './field-rules';

/** `optional` = may be left out; `nullable` = may be left out or null. */
type Presence = 'required' | 'optional' | 'nullable';
export type FieldOptions = Readonly<{
  about?: string;
  example?: unknown;
  presence?: Presence;
  /** What other fields of the object make this one required. */ neededIf?: (owner: object) => boolean;
}>;
export type Check = (value: unknown, owner: object) => Breach | null;
type ClassOf<T> = new () => T;

/**
 * One field of a body: what it may hold, and how the API's description shows it. Both stand in one place, so that
 * the description can't promise what the check refuses.
 */
export function Field(check: Check, schema: ApiPropertyOptions, options: FieldOptions = {}): PropertyDecorator {
  const { about, example, presence = 'required' } = options;
  const shown = {
    ...schema,
    required: presence === 'required',
    ...(presence === 'nullable' && { nullable: true }),
    ...(about !== undefined && { description: about }),
    ...(example !== undefined && { example }),
  } as ApiPropertyOptions;
  const mayBeAbsent = absenceGuard(options);
  return applyDecorators(ApiProperty(shown), ...(mayBeAbsent ? [mayBeAbsent] : []), ValidateBy(asValidator(check)));
}

const OBJECT_EXPECTED: Breach = { code: 'invalid_field', rule: 'object' };

/** An object of another class; whatever stands in its place is refused before its fields are looked at. */
export function ObjectField<T>(type: () => ClassOf<T>, options: FieldOptions = {}): PropertyDecorator {
  const check: Check = (value) => (value instanceof type() ? null : OBJECT_EXPECTED);
  return applyDecorators(Type(type), ValidateNested(), Field(check, { type: () => type() }, options));
}

export type ListOptions = FieldOptions &
  Readonly<{
    min?: number;
    max?: number;
    /** Name of the field that differs in all items. */ distinctBy?: string;
    /** A rule about several fields of one item. */ each?: (item: object) => Breach | null;
  }>;

/** A list of objects. A list inside the list is refused here: `ValidateNested` would look right through it. */
export function ListField<T>(type: () => ClassOf<T>, options: ListOptions = {}): PropertyDecorator {
  const { min = 0, max = 500, distinctBy, each } = options;
  const check: Check = (value) => {
    const breach = lengthBreach(value, min, max);
    if (breach || !Array.isArray(value)) return breach;
    const items: readonly unknown[] = value;
    for (const [index, item] of items.entries()) {
      const wrong = item instanceof type() ? each?.(item as object) : OBJECT_EXPECTED;
      if (wrong) return { ...wrong, at: `/${String(index)}` };
    }
    return distinctBy === undefined ? null : repeatBreach(items.map((item) => valueAt(item, distinctBy)));
  };
  return applyDecorators(
    Type(type),
    ValidateNested({ each: true }),
    Field(check, { type: () => type(), isArray: true, minItems: min, maxItems: max }, options),
  );
}

/** A list of plain values, each by its own rule, none twice. */
export function ValuesField(item: Check, schema: ApiPropertyOptions, options: ListOptions = {}): PropertyDecorator {
  const { min = 0, max = 500 } = options;
  const check: Check = (value, owner) => {
    const breach = lengthBreach(value, min, max);
    if (breach || !Array.isArray(value)) return breach;
    const items: readonly unknown[] = value;
    for (const [index, one] of items.entries()) {
      const wrong = item(one, owner);
      if (wrong) return { ...wrong, at: `/${String(index)}` };
    }
    return repeatBreach(items);
  };
  return Field(check, { ...schema, isArray: true, minItems: min, maxItems: max }, options);
}

function lengthBreach(value: unknown, min: number, max: number): Breach | null {
  if (!Array.isArray(value)) return { code: 'invalid_field', rule: 'list' };
  if (value.length < min) return { code: 'invalid_field', rule: 'list_too_short', limit: min };
  return value.length > max ? { code: 'invalid_field', rule: 'list_too_long', limit: max } : null;
}

function repeatBreach(values: readonly unknown[]): Breach | null {
  const seen = new Set<unknown>();
  for (const [index, value] of values.entries()) {
    if (seen.has(value)) return { code: 'invalid_field', rule: 'repeated', at: `/${String(index)}` };
    seen.add(value);
  }
  return null;
}

const valueAt = (item: unknown, name: string): unknown =>
  typeof item === 'object' && item !== null ? Reflect.get(item, name) : item;

function absenceGuard({ presence = 'required', neededIf }: FieldOptions): PropertyDecorator | null {
  if (presence === 'required') return null;
  const isAbsent = (value: unknown): boolean => value === undefined || (presence === 'nullable' && value === null);
  return ValidateIf((owner: object, value: unknown) => !isAbsent(value) || neededIf?.(owner) === true);
}

/** class-validator asks twice: whether the value is right, and what to say if not. The answer travels as JSON in its message. */
const asValidator = (check: Check): Parameters<typeof ValidateBy>[0] => ({
  name: 'rule',
  validator: {
    validate: (value: unknown, args?: ValidationArguments) => breachOf(check, value, args) === null,
    defaultMessage: (args?: ValidationArguments) => JSON.stringify(breachOf(check, args?.value, args)),
  },
});

const breachOf = (check: Check, value: unknown, args?: ValidationArguments): Breach | null =>
  value === undefined ? { code: 'invalid_field', rule: 'missing' } : check(value, args?.object ?? {});

import type { ValidationError } from 'class-validator';
import type { ErrorCode, FieldFault } from '@zikui/domain';
import { ruleText, type Breach } from './field-rules';
import { pointerOf, type Path } from './json-pointer';

/** A body with a thousand wrong fields is told of the first ones. */
const MOST_FAULTS = 50;

/** Every wrong field with its JSON pointer, in the order of the class. */
export function faultsOf(errors: readonly ValidationError[], path: Path = []): FieldFault[] {
  return errors.flatMap((error) => faultsOfOne(error, [...path, error.property])).slice(0, MOST_FAULTS);
}

function faultsOfOne({ constraints = {}, children = [] }: ValidationError, path: Path): FieldFault[] {
  const pointer = pointerOf(path);
  if ('whitelistValidation' in constraints) return [{ pointer, code: 'unknown_field', detail: ruleText('unknown') }];
  const message = constraints.rule;
  if (message === undefined) return faultsOf(children, path);
  const { code, rule, limit, at = '' } = JSON.parse(message) as Breach;
  return [{ pointer: `${pointer}${at}`, code, detail: ruleText(rule, limit) }];
}

/** Codes that speak for a whole request when every fault has one of them. */
const SPEAKS_FOR_ALL: readonly ErrorCode[] = ['unknown_field', 'invalid_quantity', 'invalid_amount'];

/**
 * The code of the whole answer. A card number is always named. Amounts speak only when nothing else is wrong, because
 * the quote's refusals are ordered so: first the request's shape, then its numbers.
 */
export function codeOf(faults: readonly FieldFault[]): ErrorCode {
  if (faults.some(({ code }) => code === 'card_number_refused')) return 'card_number_refused';
  const codes = new Set(faults.map(({ code }) => code));
  const shape = codes.has('invalid_field') || (codes.has('unknown_field') && codes.size > 1);
  return shape
    ? 'invalid_request'
    : (faults.map(({ code }) => code).find((code) => SPEAKS_FOR_ALL.includes(code)) ?? 'invalid_request');
}

import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { RefundError } from '@zikui/domain';
import { codeOf, faultsOf } from './field-faults';
import { readJson } from './read-json';

type ClassOf = new () => object;

/**
 * Turns the raw bytes of a body, or the texts of a query, into the class that the controller asks for, or refuses with
 * every wrong field. It runs after the guards: what a stranger sends is never parsed.
 */
@Injectable()
export class BodyPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || !isBodyClass(metatype)) return value;
    if (type === 'query') return checked(metatype, Object.assign({}, value));
    // No body at all says nothing: good where nothing has to be said.
    return checked(metatype, Buffer.isBuffer(value) && value.length > 0 ? readJson(value) : {});
  }
}

/** The value as an instance of `type`. Throws one error that names all wrong fields. */
function checked<T extends object>(type: new () => T, value: unknown): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RefundError('invalid_request', {}, [{ pointer: '', code: 'invalid_field', detail: 'object' }]);
  const instance = plainToInstance(type, value);
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  if (errors.length === 0) return instance;
  const faults = faultsOf(errors);
  throw new RefundError(codeOf(faults), {}, faults);
}

const BUILT_IN: ReadonlySet<unknown> = new Set([String, Number, Boolean, Array, Object, Buffer]);
const isBodyClass = (metatype: unknown): metatype is ClassOf =>
  typeof metatype === 'function' && !BUILT_IN.has(metatype);

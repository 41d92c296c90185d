import type { OpenAPIObject } from '@nestjs/swagger';
import { isObject, type Node } from './node';

/**
 * What the generator wrote, as OpenAPI 3.1 and with names for people. It says `nullable: true`, where 3.1 has null as
 * one of the types; and it names shapes by our classes, whose suffixes mean nothing outside: `RefundResource` is the
 * `Refund` that comes out, `SaleDto` the `SaleBody` that goes in and takes no other field.
 */
export function asOpenApi31(document: OpenAPIObject): OpenAPIObject {
  const { schemas = {}, ...others } = document.components ?? {};
  const named = Object.entries(schemas).map(([name, schema]) => [publicName(name), closed(name, schema as Node)]);
  const components = { ...others, schemas: Object.fromEntries(named) as Node };
  return rewritten({ ...document, components }) as OpenAPIObject;
}

const publicName = (name: string): string => name.replace(/Resource$/, '').replace(/Dto$/, 'Body');
const closed = (name: string, schema: Node): Node =>
  name.endsWith('Dto') ? { ...schema, additionalProperties: false } : schema;

const REFERENCE = '#/components/schemas/';

function rewritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewritten);
  if (typeof value === 'string' && value.startsWith(REFERENCE))
    return `${REFERENCE}${publicName(value.slice(REFERENCE.length))}`;
  if (!isObject(value)) return value;
  const node = Object.fromEntries(Object.entries(value).map(([name, child]) => [name, rewritten(child)]));
  if (node.nullable !== true) return node;
  const { nullable: _nullable, ...schema } = node;
  return orNull(schema);
}

function orNull(schema: Node): Node {
  const { description, allOf, oneOf, $ref: reference, ...plain } = schema;
  const said = description === undefined ? {} : { description };
  if (Array.isArray(allOf)) return { ...said, oneOf: [...(allOf as readonly unknown[]), NULL] };
  if (Array.isArray(oneOf)) return { ...said, ...plain, oneOf: [...(oneOf as readonly unknown[]), NULL] };
  if (reference !== undefined) return { ...said, oneOf: [{ $ref: reference }, NULL] };
  const { type, enum: choices } = plain;
  const more = Array.isArray(choices) ? { enum: [...(choices as readonly unknown[]), null] } : {};
  return { ...said, ...plain, type: [type, 'null'], ...more };
}

const NULL = { type: 'null' };

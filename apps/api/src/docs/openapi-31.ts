import type { OpenAPIObject } from '@nestjs/swagger';

type Node = Record<string, unknown>;

/** The generator writes `nullable: true`, which OpenAPI 3.1 does not know: there null is one of the types. */
export const asOpenApi31 = (document: OpenAPIObject): OpenAPIObject => withNullTypes(document) as OpenAPIObject;

function withNullTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNullTypes);
  if (typeof value !== 'object' || value === null) return value;
  const node = Object.fromEntries(Object.entries(value).map(([name, child]) => [name, withNullTypes(child)]));
  if (node.nullable !== true) return node;
  const { nullable: _nullable, ...schema } = node;
  return orNull(schema);
}

function orNull(schema: Node): Node {
  if (typeof schema.type === 'string') {
    const enumOrNull = Array.isArray(schema.enum) && { enum: [...(schema.enum as readonly unknown[]), null] };
    return { ...schema, type: [schema.type, 'null'], ...enumOrNull };
  }
  if (Array.isArray(schema.oneOf))
    return { ...schema, oneOf: [...(schema.oneOf as readonly unknown[]), { type: 'null' }] };
  const { description, ...one } = schema;
  return { ...(description !== undefined && { description }), oneOf: [...wrapped(one), { type: 'null' }] };
}

/** A reference that carries more than itself is written as `allOf` of one. */
const wrapped = (schema: Node): readonly unknown[] => (Array.isArray(schema.allOf) ? schema.allOf : [schema]);

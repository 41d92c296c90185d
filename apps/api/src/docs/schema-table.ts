import { escaped, inline } from './html';
import { isObject, textOf, type Node } from './node';

/** The fields of a shape: name, type, whether it must be there, and what it means. */
export function schemaTable({ properties, required }: Node): string {
  if (!isObject(properties)) return '';
  const needed = new Set(Array.isArray(required) ? (required as readonly unknown[]) : []);
  const rows = Object.entries(properties).map(([name, schema]) => {
    const field = isObject(schema) ? schema : {};
    return `<tr><td><code>${escaped(name)}</code>${needed.has(name) ? '' : ' <span class="soft">optional</span>'}</td><td>${typeOf(field)}</td><td>${inline(textOf(field.description))}</td></tr>`;
  });
  return `<table><thead><tr><th>Field</th><th>Type</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function typeOf(schema: Node): string {
  const { $ref: reference, type, items, enum: choices, oneOf, allOf } = schema;
  if (typeof reference === 'string') return linkTo(reference);
  if (type === 'array' && isObject(items)) return `list of ${typeOf(items)}`;
  if (Array.isArray(choices))
    return (choices as readonly unknown[]).map((choice) => `<code>${escaped(String(choice))}</code>`).join(', ');
  for (const several of [oneOf, allOf])
    if (Array.isArray(several)) return (several as readonly unknown[]).filter(isObject).map(typeOf).join(' or ');
  return escaped(Array.isArray(type) ? type.join(' or ') : typeof type === 'string' ? type : 'any');
}

function linkTo(reference: string): string {
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  return `<a href="#shape-${escaped(name)}">${escaped(name)}</a>`;
}

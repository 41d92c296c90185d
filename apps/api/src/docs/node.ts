/** A part of an OpenAPI document, before anybody knows what it is. */
export type Node = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

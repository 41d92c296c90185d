export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** The object under `name`, or an empty one: what is read from it is checked field by field. */
export const objectIn = (from: JsonObject, name: string): JsonObject => {
  const value = from[name];
  return isObject(value) ? value : {};
};
export const textIn = (from: JsonObject, name: string): string | undefined => {
  const value = from[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
/** Parses what should be a JSON object; `undefined` when it is none. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined; // The caller says what an unreadable text means for him.
  }
}

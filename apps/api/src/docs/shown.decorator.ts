import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

/** How one field of an answer is described. Answers are plain JSON; these classes exist for the description alone. */
export type ShownOptions = Readonly<{ about?: string; nullable?: boolean; example?: unknown }>;

const shown = (
  schema: ApiPropertyOptions,
  { about, nullable = false, example }: ShownOptions = {},
): PropertyDecorator =>
  ApiProperty({
    ...schema,
    ...(nullable && { nullable }),
    ...(about !== undefined && { description: about }),
    ...(example !== undefined && { example }),
  });

export const ShowText = (options?: ShownOptions): PropertyDecorator => shown({ type: String }, options);
export const ShowNumber = (options?: ShownOptions): PropertyDecorator => shown({ type: 'integer' }, options);
export const ShowFlag = (options?: ShownOptions): PropertyDecorator => shown({ type: Boolean }, options);
/** An instant, RFC 3339. */
export const ShowInstant = (options?: ShownOptions): PropertyDecorator =>
  shown({ type: String, format: 'date-time' }, options);
/** A local date of the sale's time zone. */
export const ShowDate = (options?: ShownOptions): PropertyDecorator => shown({ type: String, format: 'date' }, options);
/** `name` makes it a shape of its own, for choices that stand in several places. */
export const ShowChoice = (
  choices: readonly string[],
  { name, ...options }: ShownOptions & { name?: string } = {},
): PropertyDecorator =>
  shown({ enum: [...choices], ...(name === undefined ? { type: String } : { enumName: name }) }, options);
export const ShowChoices = (choices: readonly string[], options?: ShownOptions): PropertyDecorator =>
  shown({ type: String, enum: [...choices], isArray: true }, options);
export const ShowTexts = (options?: ShownOptions): PropertyDecorator => shown({ type: String, isArray: true }, options);
/** Names with texts or numbers. */
export const ShowMap = (options?: ShownOptions): PropertyDecorator =>
  shown(
    { type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true } },
    options,
  );
// The generator knows a late class by the name of its function: `type`.
export const ShowOne = (of: () => ShownClass, options?: ShownOptions): PropertyDecorator =>
  shown({ type: () => of() }, options);
export const ShowMany = (of: () => ShownClass, options?: ShownOptions): PropertyDecorator =>
  shown({ type: () => of(), isArray: true }, options);
type ShownClass = new () => object;

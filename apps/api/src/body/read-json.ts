import { RefundError } from '@zikui/domain';
import { scanJson } from './json-scan';
import type { Path } from './json-pointer';

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads the bytes of a body. Throws `invalid_json` for what can't be read in exactly one way. A number that is no plain,
 * exact integer becomes NaN: the rule of its field refuses it with the field's own code.
 */
export function readJson(raw: Buffer): unknown {
  const text = decode(raw);
  const inexact = scanJson(text);
  const value = parse(text);
  return inexact.length === 0 ? value : inexact.reduce(withoutNumber, value);
}

function decode(raw: Buffer): string {
  try {
    return UTF_8.decode(raw);
  } catch {
    throw new RefundError('invalid_json');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own message quotes the text, which may hold what must not be shown.
    throw new RefundError('invalid_json');
  }
}

function withoutNumber(root: unknown, path: Path): unknown {
  const last = path.at(-1);
  if (last === undefined) return Number.NaN;
  const owner = path.slice(0, -1).reduce<unknown>(stepInto, root);
  if (typeof owner === 'object' && owner !== null) (owner as Record<string, unknown>)[String(last)] = Number.NaN;
  return root;
}

const stepInto = (value: unknown, step: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[String(step)] : undefined;

import { RefundError, type ErrorCode } from '@zikui/domain';
import { ruleText, type FieldRule } from './field-rules';
import { pointerOf, type Path } from './json-pointer';

export const JSON_LIMITS = { depth: 20, keys: 5_000, items: 500 } as const;

/** Names that JavaScript gives a meaning of their own. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Container = { names: Set<string> | null; at: string | number };

/**
 * Reads the raw text before `JSON.parse` does, because afterwards it is too late: there the last of two equal names
 * wins, 50,000 nested lists are accepted and 100.00000000000000001 has become 100. Throws `invalid_json` for what no
 * field can be blamed for. Returns where numbers stand that are not plain, exact integers. Says nothing about grammar.
 */
export function scanJson(text: string): readonly Path[] {
  const open: Container[] = [];
  const inexact: Path[] = [];
  let names = 0;
  let nameExpected = false;
  const refuse = (rule: FieldRule, limit?: number, code: ErrorCode = 'invalid_json'): never => {
    const fault = code === 'invalid_json' ? code : 'invalid_field';
    throw new RefundError(code, {}, [{ pointer: pointerOf(pathOf(open)), code: fault, detail: ruleText(rule, limit) }]);
  };

  for (let at = 0; at < text.length; at++) {
    const here = open.at(-1);
    switch (text.charAt(at)) {
      case '{':
      case '[':
        if (open.length === JSON_LIMITS.depth) refuse('too_deep', JSON_LIMITS.depth);
        nameExpected = text.charAt(at) === '{';
        open.push(nameExpected ? { names: new Set(), at: '' } : { names: null, at: 0 });
        break;
      case '}':
      case ']':
        open.pop();
        nameExpected = false;
        break;
      case ':':
        nameExpected = false;
        break;
      case ',':
        nameExpected = typeof here?.at === 'string';
        if (typeof here?.at === 'number' && ++here.at >= JSON_LIMITS.items)
          refuse('list_too_long', JSON_LIMITS.items, 'invalid_request');
        break;
      case '"': {
        const end = endOfString(text, at);
        if (nameExpected && here?.names) {
          here.at = nameIn(text.slice(at, end + 1));
          if (FORBIDDEN_KEYS.has(here.at)) refuse('forbidden_key');
          if (here.names.has(here.at)) refuse('duplicate_key');
          if (++names > JSON_LIMITS.keys) refuse('too_many_keys', JSON_LIMITS.keys);
          here.names.add(here.at);
        }
        at = end;
        break;
      }
      default: {
        const number = numberAt(text, at);
        if (number === null) break;
        if (!isPlainInteger(number)) inexact.push(pathOf(open));
        at += number.length - 1;
      }
    }
  }
  return inexact;
}

const pathOf = (open: readonly Container[]): Path => open.map((container) => container.at);

/** Index of the closing quote; of the last character when there is none, which `JSON.parse` will refuse. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length - 1;
}

/** `"a"` and `"\u0061"` are the same name. A broken escape stands for itself; `JSON.parse` will refuse it. */
function nameIn(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

const NUMBER = /-?[0-9][0-9.eE+-]*/y;
function numberAt(text: string, at: number): string | null {
  const first = text[at] ?? '';
  if (first !== '-' && (first < '0' || first > '9')) return null;
  NUMBER.lastIndex = at;
  return NUMBER.exec(text)?.[0] ?? null;
}

const isPlainInteger = (number: string): boolean =>
  /^(?:0|-?[1-9][0-9]*)$/.test(number) && Number.isSafeInteger(Number(number));

import { RefundError } from '../error/refund-error';
import type { CompiledPolicy } from './compiled-policy';
import { parsePolicy } from './parse-policy';

/** Policies in use at one time: a merchant has one per currency, and open refunds keep older ones. */
const MOST_POLICIES = 256;
const compiled = new Map<string, Readonly<{ text: string; policy: CompiledPolicy }>>();

/**
 * The compiled form of a published policy, compiled once: `hash` names the text for ever. The least recently used one
 * leaves when there are too many. Throws `internal` for a text that is no policy: publishing had checked it.
 */
export function compiledPolicy(source: Readonly<{ text: string; hash: string }>): CompiledPolicy {
  const known = compiled.get(source.hash);
  const policy = known?.text === source.text ? known.policy : compile(source);
  compiled.delete(source.hash); // Put back at the end: the first of the map is the one that was not used for longest.
  compiled.set(source.hash, { text: source.text, policy });
  const [oldest] = compiled.keys();
  if (compiled.size > MOST_POLICIES && oldest !== undefined) compiled.delete(oldest);
  return policy;
}

function compile({ text, hash }: Readonly<{ text: string; hash: string }>): CompiledPolicy {
  const parse = parsePolicy(text);
  if (parse.kind === 'valid') return parse.policy;
  throw new RefundError('internal', { policy: hash, fault: parse.faults[0]?.code ?? null });
}

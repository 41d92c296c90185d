import { BoundedCache } from '../bounded-cache';
import { RefundError } from '../error/refund-error';
import type { CompiledPolicy } from './compiled-policy';
import { parsePolicy } from './parse-policy';

/** Policies in use at one time: a merchant has one per currency, and open refunds keep older ones. */
const compiled = new BoundedCache<CompiledPolicy>(256);

/**
 * The compiled form of a published policy, compiled once: `hash` names the text for ever. Throws `internal` for a text
 * that is no policy, for publishing had checked it.
 */
export const compiledPolicy = ({ text, hash }: Readonly<{ text: string; hash: string }>): CompiledPolicy =>
  compiled.get(hash, () => {
    const parse = parsePolicy(text);
    if (parse.kind === 'valid') return parse.policy;
    throw new RefundError('internal', { policy: hash, fault: parse.faults[0]?.code ?? null });
  });

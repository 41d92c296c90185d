import { GatewayOutcomeUnknown } from '@zikui/domain';
import type { UnknownAnswer } from './transfer.ports';

/** The call went out and nobody knows what came of it. Whatever the error was, the money may have moved. */
export function unknownAnswer(error: unknown): UnknownAnswer {
  if (error instanceof GatewayOutcomeUnknown) {
    return { kind: 'unknown', evidence: { cause: error.cause_, ...error.evidence } };
  }
  return { kind: 'unknown', evidence: { cause: error instanceof Error ? error.name : 'error' } };
}

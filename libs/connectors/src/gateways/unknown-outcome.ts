import { GatewayOutcomeUnknown } from '@zikui/domain';
import { UnclearAnswer, type Evidence } from './unclear-answer';

const field = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null ? (from as Readonly<Record<string, unknown>>)[name] : undefined;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** What may be kept of an error as evidence: codes and ids. Its message is left out, for it may name people. */
function evidenceOf(error: unknown): Evidence {
  const cause = field(error, 'detail') ?? field(error, 'cause');
  return {
    error: text(field(error, 'name')) ?? typeof error,
    code: text(field(error, 'code')) ?? text(field(cause, 'code')),
    httpStatus: number(field(error, 'statusCode')),
    requestId: text(field(error, 'requestId')),
  };
}

function reasonOf({ code, httpStatus }: Evidence): string {
  if (code === 'ETIMEDOUT' || code === 'time_out') return 'time_out';
  if (typeof code === 'string' && /^(E[A-Z]+|UND_ERR_.*)$/.test(code)) return 'connection_lost';
  if (typeof httpStatus === 'number' && httpStatus >= 500) return 'server_error';
  return typeof httpStatus === 'number' ? 'unlisted_refusal' : 'unreadable_answer';
}

/** Whatever an adapter threw, as "may or may not have happened": only its listed answers are certain. */
export function outcomeUnknown(gateway: string, error: unknown): GatewayOutcomeUnknown {
  if (error instanceof GatewayOutcomeUnknown) return error;
  if (error instanceof UnclearAnswer) return new GatewayOutcomeUnknown(gateway, error.reason, error.evidence);
  const evidence = evidenceOf(error);
  return new GatewayOutcomeUnknown(gateway, reasonOf(evidence), evidence);
}

import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ERROR_CATALOGUE, type ErrorCode } from '@zikui/domain';
import { ProblemResource } from './problem.resource';

/** What any call with a key may be refused with. */
const ANY_CALL: readonly ErrorCode[] = [
  'unauthenticated',
  'permission_missing',
  'foreign_page',
  'rate_limited',
  'invalid_request',
  'unavailable',
  'internal',
];
export const BODY_REFUSALS: readonly ErrorCode[] = [
  'invalid_json',
  'invalid_field',
  'unknown_field',
  'card_number_refused',
  'body_too_large',
  'unsupported_media_type',
];
export const KEYED_REFUSALS: readonly ErrorCode[] = [
  'idempotency_key_missing',
  'idempotency_key_invalid',
  'idempotency_conflict',
  'request_in_progress',
];
/** Every refusal of a quote, stage by stage. */
export const QUOTE_REFUSALS: readonly ErrorCode[] = [
  'sale_not_found',
  'policy_missing',
  'invalid_quantity',
  'invalid_amount',
  'unknown_line',
  'unknown_payment',
  'line_exhausted',
  'shipping_exhausted',
  'nothing_to_refund',
  'over_refund',
  'not_eligible',
  'destination_not_allowed',
  'gateway_unknown',
  'currency_not_supported',
  'amount_not_supported',
  'partial_refund_not_supported',
  'payment_too_old',
  'payment_not_captured',
  'instalments_not_supported',
];

/** Describes what a route refuses, one entry per status with its codes and their sentences. */
export const Refuses = (...codes: readonly ErrorCode[]): MethodDecorator & ClassDecorator =>
  refusals([...ANY_CALL, ...codes]);
/** The same for a route without a key. */
export const RefusesAnyone = (...codes: readonly ErrorCode[]): MethodDecorator & ClassDecorator =>
  refusals([...codes, 'rate_limited', 'unavailable', 'internal']);

function refusals(codes: readonly ErrorCode[]): MethodDecorator & ClassDecorator {
  const byStatus = new Map<number, Set<ErrorCode>>();
  for (const code of codes) {
    const { status } = ERROR_CATALOGUE[code];
    byStatus.set(status, (byStatus.get(status) ?? new Set<ErrorCode>()).add(code));
  }
  const responses = [...byStatus].map(([status, some]) =>
    ApiResponse({ status, description: listOf(some), content: PROBLEM }),
  );
  return applyDecorators(ApiExtraModels(ProblemResource), ...responses);
}

const PROBLEM = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemResource) } } };
const listOf = (codes: ReadonlySet<ErrorCode>): string =>
  [...codes].map((code) => `\`${code}\`: ${ERROR_CATALOGUE[code].en}`).join('\n\n');

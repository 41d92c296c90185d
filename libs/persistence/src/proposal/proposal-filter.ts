import type { ProposalStatus } from '@zikui/domain';
import { idBehind } from '../database/id-cursor';
import { PLANNED_ANEW } from '../database/prepared-statement';
import type { PageQuery } from '../refund/refund-filter';
import { SELECT_PROPOSALS } from './proposal-record';
import type { ProposalFilter } from './proposal.types';

/** Selects one page, newest first, and one more that tells whether there is a next page. Ids rise with time. */
export function proposalPage(
  merchantId: string,
  { status, kind, kinds, refundId, limit, after }: ProposalFilter,
): PageQuery {
  const params: unknown[] = [merchantId];
  const parameter = (value: unknown): string => `$${String(params.push(value))}`;
  const conditions = ['p.merchant_id = $1'];
  if (status !== undefined) conditions.push(...withStatus(status, parameter));
  if (kind !== undefined) conditions.push(`p.kind = ${parameter(kind)}`);
  if (kinds !== undefined) conditions.push(`p.kind = ANY (${parameter(kinds)}::text[])`);
  if (refundId !== undefined) conditions.push(`p.refund_id = ${parameter(refundId)}`);
  if (after !== undefined) conditions.push(`p.id < ${parameter(idBehind(after))}::uuid`);
  const where = conditions.join(' AND ');
  return {
    sql: `${PLANNED_ANEW} ${SELECT_PROPOSALS} WHERE ${where} ORDER BY p.id DESC LIMIT ${parameter(limit + 1)}`,
    params,
  };
}

/** Nobody writes down that a proposal's time is over until somebody meets it. */
function withStatus(status: ProposalStatus, parameter: (value: unknown) => string): readonly string[] {
  if (status === 'expired') return [`p.status IN ('open', 'expired')`, 'p.expires_at <= now()'];
  return [`p.status = ${parameter(status)}`, ...(status === 'open' ? ['p.expires_at > now()'] : [])];
}

import { checkPolicy, faultText, RefundError, type CompiledPolicy } from '@zikui/domain';

/** The compiled form of a text that is to be saved or published. Throws `policy_invalid` with one fault per error, each with line and column. */
export function checkedPolicy(source: string): CompiledPolicy {
  const check = checkPolicy(source);
  if (check.kind === 'valid') return check.policy;
  const faults = check.faults.map((fault) => ({
    pointer: '/text',
    code: 'policy_invalid' as const,
    detail: faultText(fault),
  }));
  throw new RefundError('policy_invalid', { count: faults.length }, faults);
}

import { ApplicationFailure } from '@temporalio/common';
import { RefundError } from '@zikui/domain';
import { toFailure, withFailures } from './failures';

describe('failures', () => {
  it('carry the code of a refusal as their type, and are not tried again', () => {
    expect(toFailure(new RefundError('step_not_open'))).toMatchObject({ type: 'step_not_open', nonRetryable: true });
  });

  it('are tried again when the database is away', () => {
    expect(toFailure(new RefundError('unavailable'))).toMatchObject({ type: 'unavailable', nonRetryable: false });
  });

  it('leave other errors as they are', () => {
    const defect = new TypeError('x is undefined');
    expect(toFailure(defect)).toBe(defect);
  });

  it('translate what an activity throws, and nothing that it returns', async () => {
    const { good, bad } = withFailures({
      good: async (amount: number) => amount + 1,
      bad: async () => Promise.reject(new RefundError('not_found')),
    });
    expect(await good(1)).toBe(2);
    await expect(bad()).rejects.toBeInstanceOf(ApplicationFailure);
  });
});

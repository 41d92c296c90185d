import { isClosed, REFUND_STATUSES } from '../refund/refund-status';
import { TRANSFER_STATUSES } from '../transfer/transfer-status';
import { refuseBankReturn } from './refuse-bank-return';

describe('money that a bank returned', () => {
  it.each(TRANSFER_STATUSES.filter((status) => status !== 'settled'))(
    'cannot be that of a transfer that is %s',
    (status) => expect(refuseBankReturn(status, 'completed')).toBe(status),
  );

  it.each(REFUND_STATUSES)(
    'may be that of a settled transfer of a refund that is %s, unless it ended unpaid',
    (status) =>
      expect(refuseBankReturn('settled', status)).toBe(isClosed(status) && status !== 'completed' ? status : null),
  );
});

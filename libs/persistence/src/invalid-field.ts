import { RefundError } from '@zikui/domain';

/** The refusal of one field, named by its JSON pointer. */
export const invalidField = (pointer: string, detail: string): RefundError =>
  new RefundError('invalid_field', {}, [{ pointer, code: 'invalid_field', detail }]);

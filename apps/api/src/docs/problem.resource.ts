import { ERROR_CODES, type ErrorCode } from '@zikui/domain';
import type { Problem } from '../error/problem';
import { ShowChoice, ShowMany, ShowMap, ShowNumber, ShowText } from './shown.decorator';

class FieldFaultResource {
  @ShowText({
    about: 'JSON pointer (RFC 6901) into the body, or the name of a query parameter after a slash.',
    example: '/lines/0/quantity',
  })
  readonly pointer!: string;
  @ShowChoice(ERROR_CODES, { name: 'ErrorCode' }) readonly code!: ErrorCode;
  @ShowText() readonly detail!: string;
}

/** RFC 9457, `application/problem+json`. */
export class ProblemResource implements Problem {
  @ShowText({ about: 'A page that explains the code.' }) readonly type!: string;
  @ShowText() readonly title!: string;
  @ShowNumber() readonly status!: number;
  @ShowText({ about: "A sentence in the caller's language (`Accept-Language`: he, en)." }) readonly detail!: string;
  @ShowChoice(ERROR_CODES, { name: 'ErrorCode', about: 'Stable; programs decide by it.' }) readonly code!: ErrorCode;
  @ShowMap({ about: 'The named values of the sentence.' }) readonly values!: Problem['values'];
  @ShowMany(() => FieldFaultResource) readonly errors!: Problem['errors'];
  @ShowText({ about: 'Finds the call in our log; also in the header `X-Request-Id`.' }) readonly requestId!: string;
}

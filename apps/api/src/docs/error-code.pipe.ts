import { Injectable, type PipeTransform } from '@nestjs/common';
import { ERROR_CODES, RefundError, type ErrorCode } from '@zikui/domain';

@Injectable()
export class ErrorCodePipe implements PipeTransform<string, ErrorCode> {
  transform(text: string): ErrorCode {
    const code = ERROR_CODES.find((known) => known === text);
    if (code === undefined) throw new RefundError('not_found');
    return code;
  }
}

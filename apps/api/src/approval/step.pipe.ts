import { Injectable, type PipeTransform } from '@nestjs/common';
import { RefundError } from '@zikui/domain';

/** The number of a step in the path; whatever is none is the number of nothing. */
@Injectable()
export class StepPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    if (!/^[1-9]\d{0,2}$/.test(text)) throw new RefundError('not_found');
    return Number(text);
  }
}

import { Injectable, type PipeTransform } from '@nestjs/common';
import { RefundError, ROLES, type Role } from '@zikui/domain';
import { ruleText } from '../body/field-rules';

/** A role in the path. */
@Injectable()
export class RolePipe implements PipeTransform<string, Role> {
  transform(text: string): Role {
    const role = ROLES.find((one) => one === text);
    if (role) return role;
    const fault = { pointer: '/role', code: 'invalid_request' as const, detail: ruleText('one_of_the_listed') };
    throw new RefundError('invalid_request', {}, [fault]);
  }
}

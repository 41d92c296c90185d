import { Injectable } from '@nestjs/common';
import {
  canonicalJson,
  isDecidingRole,
  permissionsOf,
  publicId,
  ROLES,
  type Principal,
  type Role,
} from '@zikui/domain';
import { sha256Hex, StaffStore, type Page, type StaffView } from '@zikui/persistence';
import { Answer } from '../answer/answer';
import type { PagingDto } from '../body/paging.dto';
import { found } from '../error/found';
import { answerOf } from '../proposal/proposal.service';
import type { ShownProposal } from '../proposal/proposal-links';
import type { NewStaffDto, PowerDto } from './staff.dto';
import type { Roles } from './staff.resource';

@Injectable()
export class StaffService {
  constructor(private readonly staff: StaffStore) {}

  roles(): Roles {
    const items = ROLES.map((role) => ({ role, permissions: permissionsOf([role]), needsTwo: isDecidingRole(role) }));
    return { items };
  }

  list({ merchantId }: Principal, paging: PagingDto): Promise<Page<StaffView>> {
    return this.staff.list(merchantId, paging);
  }

  async find({ merchantId }: Principal, id: string): Promise<StaffView> {
    return found(await this.staff.find(merchantId, id), 'staff_not_found', { staff: publicId('staff', id) });
  }

  async add(principal: Principal, { email, name }: NewStaffDto): Promise<Answer<StaffView>> {
    const staff = await this.staff.add(principal, { email, name });
    return new Answer(staff, { status: 201, headers: { Location: `/v1/staff/${staff.id}` } });
  }

  /** One person's act is done; what needs two is written down as a proposal. */
  async give(
    principal: Principal,
    id: string,
    body: PowerDto,
    key: string,
  ): Promise<Answer<StaffView | ShownProposal>> {
    const route = `POST /v1/staff/${publicId('staff', id)}/powers`;
    const { role = null, amountLimit = null, reason } = body;
    const ask = { staffId: id, role, amountLimit, reason };
    const given = await this.staff.give(principal, ask, { route, key, bodyHash: sha256Hex(canonicalJson(body)) });
    return given.kind === 'given' ? new Answer(given.staff, { status: 200 }) : answerOf(principal, given.answer, 201);
  }

  takeRole(principal: Principal, id: string, role: Role): Promise<StaffView> {
    return this.staff.takeRole(principal, id, role);
  }

  async remove(principal: Principal, id: string): Promise<Answer<undefined>> {
    await this.staff.remove(principal, id);
    return new Answer(undefined, { status: 204 });
  }

  async endSessions(principal: Principal, id: string): Promise<Answer<undefined>> {
    await this.staff.endSessions(principal, id);
    return new Answer(undefined, { status: 204 });
  }
}

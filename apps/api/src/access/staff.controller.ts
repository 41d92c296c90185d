import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal, Role } from '@zikui/domain';
import type { Page, StaffView } from '@zikui/persistence';
import type { Answer } from '../answer/answer';
import { StaffIdPipe } from '../body/id.pipe';
import { PagingDto } from '../body/paging.dto';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import type { ShownProposal } from '../proposal/proposal-links';
import { ProposalResource } from '../proposal/proposal.resource';
import { ForStaff } from './access.decorator';
import { Caller } from './caller.decorator';
import { RolePipe } from './role.pipe';
import { NewStaffDto, PowerDto } from './staff.dto';
import { RoleList, StaffPage, StaffResource, type Roles } from './staff.resource';
import { StaffService } from './staff.service';

@Controller('v1')
export class StaffController {
  constructor(private readonly staff: StaffService) {}

  @Get('roles')
  @ForStaff('staff.read')
  @ApiOperation({ summary: 'Roles, and what each allows' })
  @ApiOkResponse({ type: RoleList, description: 'All of them.' })
  @Refuses()
  roles(): Roles {
    return this.staff.roles();
  }

  @Get('staff')
  @ForStaff('staff.read')
  @ApiOperation({ summary: 'The people who work for the merchant', description: 'In the order in which they came.' })
  @ApiOkResponse({ type: StaffPage, description: 'One page.' })
  @Refuses()
  list(@Caller() caller: Principal, @Query() paging: PagingDto): Promise<Page<StaffView>> {
    return this.staff.list(caller, paging);
  }

  @Get('staff/:id')
  @ForStaff('staff.read')
  @ApiOperation({ summary: 'Read a member of staff' })
  @ApiOkResponse({ type: StaffResource, description: 'The person, his roles and his limit.' })
  @Refuses('staff_not_found')
  find(@Caller() caller: Principal, @Param('id', StaffIdPipe) id: string): Promise<StaffView> {
    return this.staff.find(caller, id);
  }

  @Post('staff')
  @ForStaff('staff.manage', { recent: true })
  @ApiOperation({
    summary: 'Add a colleague',
    description: 'Without any role yet. At the first sign-in the identity provider proves the address. Safe to repeat.',
  })
  @ApiCreatedResponse({ type: StaffResource, description: 'The person.' })
  @Refuses('recent_sign_in_needed', ...BODY_REFUSALS)
  add(@Caller() caller: Principal, @Body() body: NewStaffDto): Promise<Answer<StaffView>> {
    return this.staff.add(caller, body);
  }

  @Post('staff/:id/powers')
  @ForStaff('staff.manage', { recent: true })
  @HttpCode(200)
  @ApiOperation({
    summary: 'Give a role or a limit',
    description:
      'What lets a person decide, or decide more, is proposed, and a second person confirms it under `/v1/proposals`. Nobody changes his own rights.',
  })
  @ApiOkResponse({ type: StaffResource, description: 'Given.' })
  @ApiCreatedResponse({ type: ProposalResource, description: 'Proposed. A second person has to confirm.' })
  @Refuses(
    ...['staff_not_found' as const, 'second_person_needed' as const, 'proposal_exists' as const],
    ...['recent_sign_in_needed' as const, ...BODY_REFUSALS, ...KEYED_REFUSALS],
  )
  give(
    @Caller() caller: Principal,
    @Param('id', StaffIdPipe) id: string,
    @IdempotencyKey() key: string,
    @Body() body: PowerDto,
  ): Promise<Answer<StaffView | ShownProposal>> {
    return this.staff.give(caller, id, body, key);
  }

  @Delete('staff/:id/roles/:role')
  @ForStaff('staff.manage', { recent: true })
  @ApiOperation({
    summary: 'Take a role away',
    description: 'At once, also from whoever is signed in. Safe to repeat.',
  })
  @ApiOkResponse({ type: StaffResource, description: 'As he is now.' })
  @Refuses('staff_not_found', 'second_person_needed', 'recent_sign_in_needed')
  takeRole(
    @Caller() caller: Principal,
    @Param('id', StaffIdPipe) id: string,
    @Param('role', RolePipe) role: Role,
  ): Promise<StaffView> {
    return this.staff.takeRole(caller, id, role);
  }

  @Delete('staff/:id')
  @ForStaff('staff.manage', { recent: true })
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take somebody off the staff',
    description: 'No role, no session, no sign-in. Safe to repeat.',
  })
  @ApiNoContentResponse({ description: 'He is off the staff.' })
  @Refuses('staff_not_found', 'second_person_needed', 'recent_sign_in_needed')
  remove(@Caller() caller: Principal, @Param('id', StaffIdPipe) id: string): Promise<Answer<undefined>> {
    return this.staff.remove(caller, id);
  }

  @Delete('staff/:id/sessions')
  @ForStaff('staff.manage')
  @HttpCode(204)
  @ApiOperation({ summary: 'End the sessions of somebody', description: 'He has to sign in again. Safe to repeat.' })
  @ApiNoContentResponse({ description: 'Whatever session there was is over.' })
  @Refuses('staff_not_found')
  endSessions(@Caller() caller: Principal, @Param('id', StaffIdPipe) id: string): Promise<Answer<undefined>> {
    return this.staff.endSessions(caller, id);
  }
}

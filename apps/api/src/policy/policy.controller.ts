import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { BackTestView, DryRunView, Page, PolicyTextView, PolicyVersionView } from '@zikui/persistence';
import { CreatingScopes, ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { PolicyVersionIdPipe } from '../body/id.pipe';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import type { WarnedProposal } from '../proposal/proposal-links';
import { WarnedProposalResource } from '../proposal/proposal.resource';
import { BackTestResource } from './back-test.resource';
import {
  BackTestDto,
  DryRunDto,
  PolicyChangeDto,
  PolicyDiffDto,
  PolicyFilterDto,
  PolicyTextDto,
  PublicationDto,
} from './policy.dto';
import {
  DryRunResource,
  PolicyCheckResource,
  PolicyDiffResource,
  PolicyTextResource,
  PolicyVersionPage,
  type PolicyCheckView,
  type PolicyDiffView,
} from './policy.resource';
import { PolicyService } from './policy.service';

@Controller('v1/policies')
export class PolicyController {
  constructor(private readonly policies: PolicyService) {}

  @Get()
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('policy.read')
  @ApiOperation({ summary: 'List policy versions', description: 'Newest first, drafts too.' })
  @ApiOkResponse({ type: PolicyVersionPage, description: 'One page.' })
  @Refuses()
  list(@Caller() caller: Principal, @Query() filter: PolicyFilterDto): Promise<Page<PolicyVersionView>> {
    return this.policies.list(caller, filter);
  }

  @Post('validations')
  @HttpCode(200)
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('policy.read')
  @ApiOperation({
    summary: 'Check a policy',
    description: 'As it is checked when it is saved; writes nothing. Each fault has its line, column and suggestion.',
  })
  @ApiOkResponse({ type: PolicyCheckResource, description: 'What was found.' })
  @Refuses(...BODY_REFUSALS)
  validate(@Body() body: PolicyTextDto): Promise<PolicyCheckView> {
    return this.policies.validate(body);
  }

  @Post()
  @CreatingScopes('refunds:decide')
  @ForStaff('policy.write')
  @ApiOperation({
    summary: 'Save a draft',
    description: 'For whoever owns the policy (role `policy_owner`). A text with a fault is not saved.',
  })
  @ApiCreatedResponse({ type: PolicyTextResource, description: 'The draft.' })
  @Refuses('policy_invalid', 'too_many_drafts', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  draft(
    @Caller() caller: Principal,
    @IdempotencyKey() key: string,
    @Body() body: PolicyTextDto,
  ): Promise<Answer<PolicyTextView>> {
    return this.policies.draft(caller, body, key);
  }

  @Get(':id')
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('policy.read')
  @ApiOperation({ summary: 'Read a policy version', description: 'With its text.' })
  @ApiOkResponse({ type: PolicyTextResource, description: 'The version.' })
  @Refuses('policy_version_not_found')
  find(@Caller() caller: Principal, @Param('id', PolicyVersionIdPipe) id: string): Promise<PolicyTextView> {
    return this.policies.find(caller, id);
  }

  @Put(':id')
  @Scopes('refunds:decide')
  @ForStaff('policy.write')
  @ApiOperation({
    summary: 'Change a draft',
    description: 'An open proposal to publish it is void by that. Saving the same text changes nothing.',
  })
  @ApiOkResponse({ type: PolicyTextResource, description: 'The draft as it is now.' })
  @Refuses('policy_version_not_found', 'policy_not_draft', 'policy_changed', 'policy_invalid', ...BODY_REFUSALS)
  change(
    @Caller() caller: Principal,
    @Param('id', PolicyVersionIdPipe) id: string,
    @Body() body: PolicyChangeDto,
  ): Promise<PolicyTextView> {
    return this.policies.change(caller, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Scopes('refunds:decide')
  @ForStaff('policy.write')
  @ApiOperation({ summary: 'Delete a draft', description: 'With its back-tests. What was published stays for ever.' })
  @ApiNoContentResponse({ description: 'It is no more.' })
  @Refuses('policy_version_not_found', 'policy_not_draft')
  discard(@Caller() caller: Principal, @Param('id', PolicyVersionIdPipe) id: string): Promise<Answer<undefined>> {
    return this.policies.discard(caller, id);
  }

  @Get(':id/diff')
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('policy.read')
  @ApiOperation({ summary: 'What changes', description: 'Against the version in force, or another one.' })
  @ApiOkResponse({ type: PolicyDiffResource, description: 'Rule by rule, and line by line.' })
  @Refuses('policy_version_not_found')
  diff(
    @Caller() caller: Principal,
    @Param('id', PolicyVersionIdPipe) id: string,
    @Query() query: PolicyDiffDto,
  ): Promise<PolicyDiffView> {
    return this.policies.diff(caller, id, query);
  }

  @Post(':id/dry-runs')
  @HttpCode(200)
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('policy.read')
  @ApiOperation({
    summary: 'Try a policy on one request',
    description:
      'The same code as for a real request, on the sale as it stands; writes and reserves nothing. A refusal is an answer here, with every rule that was asked.',
  })
  @ApiOkResponse({ type: DryRunResource, description: 'What the request would be.' })
  @Refuses('policy_version_not_found', 'sale_not_found', ...BODY_REFUSALS)
  dryRun(
    @Caller() caller: Principal,
    @Param('id', PolicyVersionIdPipe) id: string,
    @Body() body: DryRunDto,
  ): Promise<DryRunView> {
    return this.policies.dryRun(caller, id, body);
  }

  @Post(':id/back-tests')
  @HttpCode(202)
  @CreatingScopes('refunds:decide')
  @ForStaff('policy.write')
  @ApiOperation({
    summary: 'Try a policy on past refunds',
    description:
      'On the facts that were recorded with each, never on those of today. One at a time per merchant; read how far it has got at `Location`.',
  })
  @ApiAcceptedResponse({ type: BackTestResource, description: 'Written down; it begins at once.' })
  @Refuses('policy_version_not_found', 'back_test_running', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  backTest(
    @Caller() caller: Principal,
    @Param('id', PolicyVersionIdPipe) id: string,
    @IdempotencyKey() key: string,
    @Body() body: BackTestDto,
  ): Promise<Answer<BackTestView>> {
    return this.policies.backTest(caller, id, body, key);
  }

  @Post(':id/publications')
  @CreatingScopes('refunds:decide')
  @ForStaff('policy.write', { recent: true })
  @ApiOperation({
    summary: 'Propose that a version becomes the policy',
    description:
      'A draft, or a retired version that is brought back. A second policy owner, who did not write the draft, confirms under `/v1/proposals`. Refunds that were asked for before keep their version.',
  })
  @ApiCreatedResponse({ type: WarnedProposalResource, description: 'Proposed.' })
  @Refuses(
    'policy_version_not_found',
    'policy_in_force',
    'policy_invalid',
    'proposal_exists',
    ...BODY_REFUSALS,
    ...KEYED_REFUSALS,
  )
  publish(
    @Caller() caller: Principal,
    @Param('id', PolicyVersionIdPipe) id: string,
    @IdempotencyKey() key: string,
    @Body() body: PublicationDto,
  ): Promise<Answer<WarnedProposal>> {
    return this.policies.publish(caller, id, body, key);
  }
}

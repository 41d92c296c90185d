import { Injectable } from '@nestjs/common';
import {
  canonicalJson,
  checkPolicy,
  diffLines,
  diffPolicies,
  parsePolicy,
  publicId,
  uuidOf,
  POLICY_FAULT_TEXTS,
  type CompiledPolicy,
  type PolicyFault,
  type Principal,
} from '@zikui/domain';
import {
  BackTestStore,
  CoverageStore,
  PolicyPublicationStore,
  PolicyVersionStore,
  RefundIntakeStore,
  sha256Hex,
  type BackTestView,
  type DryRunView,
  type Page,
  type PolicyTextView,
  type PolicyVersionView,
} from '@zikui/persistence';
import { Answer } from '../answer/answer';
import { found } from '../error/found';
import { RefundProcesses } from '../process/refund-processes';
import type { WarnedProposal } from '../proposal/proposal-links';
import { answerOf } from '../proposal/proposal.service';
import type {
  BackTestDto,
  DryRunDto,
  PolicyChangeDto,
  PolicyDiffDto,
  PolicyFilterDto,
  PolicyTextDto,
  PublicationDto,
} from './policy.dto';
import type { PolicyCheckView, PolicyDiffView, ShownFault } from './policy.resource';

@Injectable()
export class PolicyService {
  constructor(
    private readonly versions: PolicyVersionStore,
    private readonly publications: PolicyPublicationStore,
    private readonly backTests: BackTestStore,
    private readonly intake: RefundIntakeStore,
    private readonly processes: RefundProcesses,
    private readonly coverage: CoverageStore,
  ) {}

  list({ merchantId }: Principal, filter: PolicyFilterDto): Promise<Page<PolicyVersionView>> {
    return this.versions.list(merchantId, filter);
  }

  async find({ merchantId }: Principal, id: string): Promise<PolicyTextView> {
    const version = await this.versions.find(merchantId, id);
    return found(version, 'policy_version_not_found', { policyVersion: publicId('policyVersion', id) });
  }

  validate({ text }: PolicyTextDto): Promise<PolicyCheckView> {
    const check = checkPolicy(text);
    return Promise.resolve(
      check.kind === 'valid'
        ? { valid: true, faults: [], warnings: check.warnings.map(inWords) }
        : { valid: false, faults: check.faults.map(inWords), warnings: [] },
    );
  }

  async draft(principal: Principal, body: PolicyTextDto, key: string): Promise<Answer<PolicyTextView>> {
    const ask = { text: body.text, key, bodyHash: sha256Hex(canonicalJson(body)) };
    const { view, replayed } = await this.versions.draft(principal, ask);
    return new Answer(view, { status: 201, headers: headersOf(`/v1/policies/${view.id}`, replayed) });
  }

  change(principal: Principal, id: string, body: PolicyChangeDto): Promise<PolicyTextView> {
    return this.versions.change(principal, id, body);
  }

  async discard(principal: Principal, id: string): Promise<Answer<undefined>> {
    await this.versions.discard(principal, id);
    return new Answer(undefined, { status: 204 });
  }

  /** Beside the version that is named, or the one in force. */
  async diff(principal: Principal, id: string, { against }: PolicyDiffDto): Promise<PolicyDiffView> {
    const { text: fresh, refunds: _, ...to } = await this.find(principal, id);
    const before =
      against === undefined
        ? await this.versions.published(principal.merchantId, to.currency)
        : await this.find(principal, uuidOf('policyVersion', against) ?? id);
    if (before === undefined) return { from: null, to, changes: [], lines: diffLines('', fresh) };
    const { text: old, refunds: __, ...from } = before;
    const [was, is] = [readable(old), readable(fresh)];
    return { from, to, changes: was && is ? diffPolicies(was, is) : [], lines: diffLines(old, fresh) };
  }

  async dryRun(principal: Principal, id: string, { requester, ...request }: DryRunDto): Promise<DryRunView> {
    const { name, number, hash, text: source } = await this.find(principal, id);
    const policy = { id, name, number: number ?? 0, hash, source };
    return this.intake.dryRun(principal, { request, requester: requester ?? null, policy });
  }

  /** It begins after the answer; what could not be started is started by the relay. */
  async backTest(principal: Principal, id: string, body: BackTestDto, key: string): Promise<Answer<BackTestView>> {
    const ask = {
      policyVersionId: id,
      days: body.days,
      key,
      bodyHash: sha256Hex(canonicalJson({ id, days: body.days })),
    };
    const { id: backTestId, view, replayed } = await this.backTests.request(principal, ask);
    return new Answer(view, {
      status: 202,
      headers: headersOf(`/v1/back-tests/${view.id}`, replayed),
      afterwards: () => this.processes.startBackTest({ merchantId: principal.merchantId, backTestId }),
    });
  }

  /** Tells whom the proposed text would lack, before a second person confirms it. */
  async publish(
    principal: Principal,
    id: string,
    { reason }: PublicationDto,
    key: string,
  ): Promise<Answer<WarnedProposal>> {
    const route = `POST /v1/policies/${publicId('policyVersion', id)}/publications`;
    const call = { route, key, bodyHash: sha256Hex(canonicalJson({ reason })) };
    const { body, more } = answerOf(principal, await this.publications.propose(principal, id, reason, call), 201);
    return new Answer({ ...body, coverage: await this.coverage.with(principal.merchantId, id) }, more);
  }
}

const inWords = (fault: PolicyFault): ShownFault => ({ ...fault, ...POLICY_FAULT_TEXTS[fault.code] });

const headersOf = (location: string, replayed: boolean): Readonly<Record<string, string>> => ({
  Location: location,
  ...(replayed && { 'Idempotent-Replayed': 'true' }),
});

function readable(text: string): CompiledPolicy | undefined {
  const parse = parsePolicy(text);
  return parse.kind === 'valid' ? parse.policy : undefined;
}

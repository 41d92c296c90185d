import { Injectable } from '@nestjs/common';
import {
  canonicalJson,
  ERROR_CODES,
  isClosed,
  publicId,
  RefundError,
  rolesOf,
  type DecisionRefusal,
  type ErrorCode,
  type Principal,
} from '@zikui/domain';
import {
  CommandFactsStore,
  RefundCommandStore,
  sha256Hex,
  type CommandFacts,
  type JsonObject,
  type RefundCommand,
  type RefundCommandName,
} from '@zikui/persistence';
import { Answer } from '../answer/answer';
import { found } from '../error/found';
import { RefundProcesses } from '../process/refund-processes';
import type { ShownRefund } from '../refund/refund-links';
import { RefundService } from '../refund/refund.service';
import type { Asked } from '../request/asked.decorator';
import { CommandLinks, type ShownCommand } from './command-links';

/** One call that a process has to carry out. */
export type CommandAsk = Readonly<{
  refundId: string;
  /** Names, with the key, this one call: method and address with the ids in it. */ route: string;
  key: string;
  body: object;
  name: RefundCommandName;
  payload: JsonObject;
  note: string | null;
  /** Why the rows say that it can't be, for the caller in one of his roles. */ refuse: (
    facts: CommandFacts,
    principal: Principal,
  ) => DecisionRefusal | null | Promise<DecisionRefusal | null>;
}>;
export type CommandCaller = Readonly<{ principal: Principal; asked: Asked }>;

/**
 * Commands to running refunds: checked against the rows, stored, then sent. An answer within two seconds is told at
 * once; else the caller gets 202 and an address where he finds what became of it. A relay repeats what got no answer.
 */
@Injectable()
export class CommandService {
  constructor(
    private readonly facts: CommandFactsStore,
    private readonly commands: RefundCommandStore,
    private readonly processes: RefundProcesses,
    private readonly refunds: RefundService,
    private readonly links: CommandLinks,
  ) {}

  async carryOut(caller: CommandCaller, ask: CommandAsk): Promise<Answer<ShownRefund | ShownCommand>> {
    const before = await this.factsOf(caller.principal, ask);
    const { principal, refusal } = await inBestRole(caller.principal, (candidate) => ask.refuse(before, candidate));
    if (refusal && !before.known) throw new RefundError(refusal.code, refusal.values);
    const { refundId, route, key, name, payload, note } = ask;
    const bodyHash = sha256Hex(canonicalJson(ask.body));
    const accepted = await this.commands.accept(principal, { route, key, bodyHash, refundId, name, payload, note });
    if (accepted.kind === 'conflict') throw new RefundError('idempotency_conflict');
    const headers: Record<string, string> = accepted.kind === 'repeat' ? { 'Idempotent-Replayed': 'true' } : {};

    const state = await this.outcomeOf(principal, accepted.command);
    if (state.kind === 'refused') throw await this.refused({ ...caller, principal }, ask, state.code);
    if (state.kind === 'done')
      return new Answer(await this.refunds.find(principal, refundId), { status: 200, headers });
    const pending = this.links.show(accepted.command, caller.asked);
    return new Answer(pending, { status: 202, headers: { ...headers, Location: this.links.pathOf(accepted.command) } });
  }

  async find({ principal, asked }: CommandCaller, refundId: string, commandId: string): Promise<ShownCommand> {
    const command = await this.commands.find(principal.merchantId, refundId, commandId);
    return this.links.show(found(command, 'command_not_found', { command: publicId('command', commandId) }), asked);
  }

  /** What became of a stored command: known already, or asked for now and kept. */
  private async outcomeOf(principal: Principal, command: RefundCommand): Promise<Outcome> {
    if (command.state === 'done') return { kind: 'done' };
    if (command.state === 'refused') return { kind: 'refused', code: command.refusal ?? 'invalid_state' };
    const outcome = await this.processes.command(command);
    switch (outcome.kind) {
      case 'done':
        await this.commands.done(command.id, outcome.answer);
        return outcome;
      case 'refused':
        return this.keepRefusal(command, codeOf(outcome.code));
      case 'no_process':
        return this.withoutProcess(principal, command);
      case 'pending':
        return outcome;
    }
  }

  /** A process that has ended takes no command any more; one that has not begun will get it from the relay. */
  private async withoutProcess(principal: Principal, command: RefundCommand): Promise<Outcome> {
    const { status } = await this.refunds.find(principal, command.refundId);
    if (!isClosed(status)) return { kind: 'pending' };
    return this.keepRefusal(command, command.name === 'decide' ? 'step_not_open' : 'invalid_state');
  }

  private async keepRefusal(command: RefundCommand, code: ErrorCode): Promise<Outcome> {
    await this.commands.refused(command.id, code);
    return { kind: 'refused', code };
  }

  /** The refusal with what the rows say now: who won, or where the refund stands. */
  private async refused({ principal }: CommandCaller, ask: CommandAsk, code: ErrorCode): Promise<RefundError> {
    const now = await ask.refuse(await this.factsOf(principal, ask), principal);
    return new RefundError(code, now?.code === code ? now.values : {});
  }

  private async factsOf(principal: Principal, { refundId, route, key }: CommandAsk): Promise<CommandFacts> {
    const facts = await this.facts.find(principal.merchantId, refundId, { route, key, credential: principal.keyId });
    return found(facts, 'refund_not_found', { refund: publicId('refund', refundId) });
  }
}

/** The caller in that of his roles in which he may, and else why he may not in the first. The book says in which he acted. */
async function inBestRole(
  caller: Principal,
  refuse: (candidate: Principal) => DecisionRefusal | null | Promise<DecisionRefusal | null>,
): Promise<Readonly<{ principal: Principal; refusal: DecisionRefusal | null }>> {
  const candidates = caller.person === 'staff' ? rolesOf(caller).map((role) => ({ ...caller, role })) : [caller];
  const tried: { principal: Principal; refusal: DecisionRefusal | null }[] = [];
  for (const principal of candidates) tried.push({ principal, refusal: await refuse(principal) });
  const refused = tried.filter(({ refusal }) => refusal?.code !== 'permission_missing');
  return (
    tried.find(({ refusal }) => refusal === null) ?? refused[0] ?? tried[0] ?? { principal: caller, refusal: null }
  );
}

type Outcome = Readonly<{ kind: 'done' } | { kind: 'pending' } | { kind: 'refused'; code: ErrorCode }>;

/** A process refuses with a code of the catalogue; one that we do not know yet comes from a newer worker. */
const codeOf = (text: string): ErrorCode => ERROR_CODES.find((code) => code === text) ?? 'invalid_state';

/** `POST /v1/refunds/{id}/decisions`, with the refund's id in it. */
export const routeOf = (refundId: string, path: string): string =>
  `POST /v1/refunds/${publicId('refund', refundId)}/${path}`;

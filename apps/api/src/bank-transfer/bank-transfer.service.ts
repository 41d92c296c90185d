import { Injectable, StreamableFile } from '@nestjs/common';
import { canonicalJson, publicId, RefundError, usualFormat, uuidOf, type Principal } from '@zikui/domain';
import {
  BankFileOutcomeStore,
  BankFileStore,
  BankReturnStore,
  PayeeStore,
  sha256Hex,
  UnmaskPayeeStore,
  type BankFileView,
  type FoundBankFile,
  type Page,
  type PayeeView,
  type UnmaskedPayee,
} from '@zikui/persistence';
import { Answer } from '../answer/answer';
import type { PagingDto } from '../body/paging.dto';
import { found } from '../error/found';
import { detailsOf, type BankAccountDto } from './bank-account.dto';
import type { ShownProposal } from '../proposal/proposal-links';
import { answerOf } from '../proposal/proposal.service';
import { misfit, type BankFileDto, type BankFileOutcomesDto, type BankReturnDto } from './bank-file.dto';

type StatedOutcomes = Readonly<{ bankFileId: string; key: string; body: BankFileOutcomesDto }>;
type Unmasking = Readonly<{ refundId: string; payeeId: string; key: string; reason: string }>;
type StatedReturn = Readonly<{ refundId: string; key: string; body: BankReturnDto }>;

const MEDIA = { sepa: ['application/xml', 'xml'], csv: ['text/csv; charset=utf-8', 'csv'] } as const;

@Injectable()
export class BankTransferService {
  constructor(
    private readonly payees: PayeeStore,
    private readonly files: BankFileStore,
    private readonly outcomes: BankFileOutcomeStore,
    private readonly returns: BankReturnStore,
    private readonly unmaskings: UnmaskPayeeStore,
  ) {}

  async givePayee(
    principal: Principal,
    refundId: string,
    body: BankAccountDto,
    key: string,
  ): Promise<Answer<PayeeView>> {
    const details = detailsOf(body);
    if (details === undefined) throw fault('/account', 'bank_account');
    const bodyHash = sha256Hex(canonicalJson(body));
    const { payee, replayed } = await this.payees.add(principal, { refundId, details, key, bodyHash });
    return new Answer(payee, { status: 201, headers: replayHeader(replayed) });
  }

  async listPayees({ merchantId }: Principal, refundId: string): Promise<{ items: readonly PayeeView[] }> {
    const payees = await this.payees.list(merchantId, refundId);
    return { items: found(payees, 'refund_not_found', { refund: publicId('refund', refundId) }) };
  }

  async unmaskPayee(principal: Principal, ask: Unmasking): Promise<Answer<UnmaskedPayee>> {
    const { payeeId, reason } = ask;
    const bodyHash = sha256Hex(canonicalJson({ payeeId, reason }));
    const payee = await this.unmaskings.unmask(principal, { ...ask, bodyHash });
    return new Answer(payee, { headers: { 'Cache-Control': 'no-store' } });
  }

  async exportFile(principal: Principal, body: BankFileDto, key: string): Promise<Answer<BankFileView>> {
    const wrong = misfit(body);
    const payer = detailsOf(body.payer);
    if (wrong !== null || payer === undefined) throw fault(wrong ?? '/payer', 'not_in_this_file');
    const { legalEntity, currency, format = usualFormat(currency), executeOn = null } = body;
    const bodyHash = sha256Hex(canonicalJson(body));
    const ask = { legalEntity, currency, format, executeOn, payer, key, bodyHash };
    const { file, replayed } = await this.files.create(principal, ask);
    return new Answer(file, {
      status: 201,
      headers: { Location: `/v1/bank-files/${file.id}`, ...replayHeader(replayed) },
    });
  }

  listFiles({ merchantId }: Principal, paging: PagingDto): Promise<Page<BankFileView>> {
    return this.files.list(merchantId, paging);
  }

  async findFile({ merchantId }: Principal, id: string): Promise<FoundBankFile> {
    return found(await this.files.find(merchantId, id), 'bank_file_not_found', { bankFile: publicId('bankFile', id) });
  }

  async stateOutcomes(principal: Principal, { bankFileId, key, body }: StatedOutcomes): Promise<Answer<ShownProposal>> {
    const lines = body.lines.map(({ endToEndId, outcome, statementRef = null }) => ({
      endToEndId,
      outcome,
      statementRef,
    }));
    const call = {
      ...{ route: `POST /v1/bank-files/${publicId('bankFile', bankFileId)}/outcomes`, key },
      bodyHash: sha256Hex(canonicalJson(body)),
    };
    const ask = { bankFileId, lines, evidence: body.evidence };
    return answerOf(principal, await this.outcomes.propose(principal, ask, call), 201);
  }

  async stateReturn(principal: Principal, { refundId, key, body }: StatedReturn): Promise<Answer<ShownProposal>> {
    const { transfer, statementRef, evidence } = body;
    // The field was checked to be the id of a transfer.
    const ask = { refundId, transferId: uuidOf('transfer', transfer) ?? '', statementRef, evidence };
    const call = {
      ...{ route: `POST /v1/refunds/${publicId('refund', refundId)}/bank-returns`, key },
      bodyHash: sha256Hex(canonicalJson(body)),
    };
    return answerOf(principal, await this.returns.propose(principal, ask, call), 201);
  }

  async content(principal: Principal, id: string): Promise<Answer<StreamableFile>> {
    const { text, format, contentHash } = await this.files.content(principal, id);
    const [type, extension] = MEDIA[format];
    const disposition = `attachment; filename="${publicId('bankFile', id)}.${extension}"`;
    const file = new StreamableFile(Buffer.from(text, 'utf8'), { type, disposition });
    return new Answer(file, { headers: { ETag: `"${contentHash}"`, 'Cache-Control': 'no-store' } });
  }
}

const fault = (pointer: string, detail: string): RefundError =>
  new RefundError('invalid_field', {}, [{ pointer, code: 'invalid_field', detail }]);
const replayHeader = (replayed: boolean): Record<string, string> => (replayed ? { 'Idempotent-Replayed': 'true' } : {});

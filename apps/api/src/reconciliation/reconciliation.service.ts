import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { canonicalJson, daysBetween, publicId, RefundError, uuidOf, type Principal } from '@zikui/domain';
import {
  ReconciliationStore,
  ReportImportStore,
  sha256Hex,
  type AcceptedReconciliation,
  type DifferenceView,
  type Page,
  type ReconciliationView,
} from '@zikui/persistence';
import { Answer } from '../answer/answer';
import type { PagingDto } from '../body/paging.dto';
import { found } from '../error/found';
import { RefundProcesses } from '../process/refund-processes';
import { readReport } from './read-report';
import type { ReconciliationDto, ReportDto } from './reconciliation.dto';

const MOST_DAYS = 92;

@Injectable()
export class ReconciliationService {
  constructor(
    private readonly reconciliations: ReconciliationStore,
    private readonly reports: ReportImportStore,
    private readonly processes: RefundProcesses,
  ) {}

  async request(principal: Principal, body: ReconciliationDto, key: string): Promise<Answer<ReconciliationView>> {
    const { gateway, day } = body;
    const ask = { gateway, fromDay: day, toDay: day, key: `api:${key}`, bodyHash: sha256Hex(canonicalJson(body)) };
    return this.answer(principal, await this.reconciliations.request(principal, ask));
  }

  async importReport(
    principal: Principal,
    report: ReportDto,
    key: string,
    body: Readable,
  ): Promise<Answer<ReconciliationView>> {
    const { gateway, format, fromDay, toDay } = report;
    const days = daysBetween(fromDay, toDay);
    if (days < 0 || days > MOST_DAYS)
      throw new RefundError('invalid_request', {}, [{ pointer: '/toDay', code: 'invalid_field', detail: 'range' }]);
    const hash = createHash('sha256').update(canonicalJson(report));
    let hashed: string | undefined;
    const movements = readReport(body, format, (piece) => hash.update(piece));
    const ask = { gateway, fromDay, toDay, key: `api:${key}`, movements, hash: () => (hashed ??= hash.digest('hex')) };
    return this.answer(principal, await this.reports.importReport(principal, ask));
  }

  list({ merchantId }: Principal, paging: PagingDto): Promise<Page<ReconciliationView>> {
    return this.reconciliations.list(merchantId, paging);
  }

  async find({ merchantId }: Principal, id: string): Promise<ReconciliationView> {
    const view = await this.reconciliations.find(merchantId, id);
    return found(view, 'reconciliation_not_found', { reconciliation: publicId('reconciliation', id) });
  }

  async differences(principal: Principal, id: string, paging: PagingDto): Promise<Page<DifferenceView>> {
    await this.find(principal, id);
    return this.reconciliations.differences(principal.merchantId, id, paging);
  }

  /** The comparison begins after the answer; what could not be started is started by the schedule. */
  private answer({ merchantId }: Principal, { view, replayed }: AcceptedReconciliation): Answer<ReconciliationView> {
    const reconciliationId = uuidOf('reconciliation', view.id) ?? '';
    return new Answer(view, {
      status: 202,
      headers: { Location: `/v1/reconciliations/${view.id}`, ...(replayed && { 'Idempotent-Replayed': 'true' }) },
      afterwards: () => this.processes.startReconciliation({ merchantId, reconciliationId }),
    });
  }
}

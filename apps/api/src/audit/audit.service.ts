import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { RefundError, uuidOf, type Principal } from '@zikui/domain';
import { AuditLogStore, type AuditEntryView, type Page } from '@zikui/persistence';
import { ruleText } from '../body/field-rules';
import type { AuditDaysDto, AuditFilterDto } from './audit.dto';

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

@Injectable()
export class AuditService {
  constructor(private readonly log: AuditLogStore) {}

  list({ merchantId }: Principal, { refundId, ...filter }: AuditFilterDto): Promise<Page<AuditEntryView>> {
    const refund = refundId === undefined ? undefined : uuidOf('refund', refundId);
    return this.log.list(merchantId, { ...filter, ...(refund !== undefined && { refundId: refund }) });
  }

  /** The lines leave as they are read: a large export takes no memory. The first page is read before the answer begins, so that a refusal is one. */
  async export(principal: Principal, { fromDay, toDay }: AuditDaysDto): Promise<StreamableFile> {
    const days = (Date.parse(toDay) - Date.parse(fromDay)) / DAY_MS + 1;
    if (!(days >= 1 && days <= MOST_DAYS)) {
      const detail = ruleText('whole_number', MOST_DAYS);
      throw new RefundError('invalid_request', {}, [{ pointer: '/toDay', code: 'invalid_request', detail }]);
    }
    const pages = this.log.export(principal, { fromDay, toDay });
    const first = await pages.next();
    return new StreamableFile(Readable.from(linesOf(first, pages)), {
      type: 'application/x-ndjson; charset=utf-8',
      disposition: `attachment; filename="audit-${fromDay}-${toDay}.ndjson"`,
    });
  }
}

type Pages = AsyncGenerator<readonly AuditEntryView[]>;

async function* linesOf(first: IteratorResult<readonly AuditEntryView[]>, pages: Pages): AsyncGenerator<string> {
  if (first.done === true) return;
  yield textOf(first.value);
  for await (const page of pages) yield textOf(page);
}

const textOf = (page: readonly AuditEntryView[]): string => page.map((entry) => `${JSON.stringify(entry)}\n`).join('');

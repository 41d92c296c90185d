import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import {
  columnsOf,
  tableHead,
  tableLines,
  tableMore,
  type Locale,
  type Principal,
  type RefundColumn,
  type TabledRefund,
} from '@zikui/domain';
import { MOST_COUNTED, RefundExportStore, RefundReadStore } from '@zikui/persistence';
import type { Asked } from '../request/asked.decorator';
import type { RefundExportDto } from './refund-export.dto';

const DAY = 'YYYY-MM-DD'.length;
type ExportAsk = Readonly<Omit<RefundExportDto, never>>;
type Table = Readonly<{ columns: readonly RefundColumn[]; locale: Locale; more: boolean }>;
type Pages = AsyncGenerator<readonly TabledRefund[]>;

@Injectable()
export class RefundExportService {
  constructor(
    private readonly refunds: RefundReadStore,
    private readonly exports: RefundExportStore,
  ) {}

  /**
   * The list as a table, of at most `most` refunds, after which it says that there are more. The lines leave as they are
   * read: a large one takes no memory. The first page is read before the answer begins, so that a refusal is one.
   */
  async export(
    principal: Principal,
    { locale: asked }: Pick<Asked, 'locale'>,
    { columns: names, locale = asked, ...list }: ExportAsk,
    most = MOST_COUNTED,
  ): Promise<StreamableFile> {
    const { count: rows, more } = await this.refunds.count(principal.merchantId, list, most);
    const columns = columnsOf(names);
    const pages = this.exports.export(principal, list, { columns, rows, more });
    const first = await pages.next();
    const today = new Date().toISOString().slice(0, DAY);
    return new StreamableFile(Readable.from(linesOf(first, pages, { columns, locale, more })), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="refunds-${today}.csv"`,
    });
  }
}

async function* linesOf(
  first: Awaited<ReturnType<Pages['next']>>,
  pages: Pages,
  { columns, locale, more }: Table,
): AsyncGenerator<string> {
  yield tableHead(columns);
  if (first.done !== true) yield tableLines(first.value, columns, locale);
  for await (const page of pages) yield tableLines(page, columns, locale);
  if (more) yield tableMore(columns, locale);
}

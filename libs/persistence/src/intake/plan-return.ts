import type { ReturnMode } from '@zikui/domain';
import { newId } from '../database/new-id';
import type { DecidedRequest } from './decided-request';
import { found } from './found';
import type { OwnColumns, RowsOf } from './refund-rows';

/** Modes in which goods come back: before the money or after it. */
const AWAITED: readonly ReturnMode[] = ['required', 'instant'];

/** The return with its items; nothing when no goods come back. */
export function planReturn(
  { request, decided }: DecidedRequest,
  own: OwnColumns,
  lines: readonly Readonly<{ id: string; ref: string }>[],
) {
  const { mode, moneyOn, dueAt, items } = decided.return;
  if (!AWAITED.includes(mode) || items.length === 0) return { goods_return: [], return_item: [] };
  const lineIds = new Map(lines.map(({ ref, id }) => [ref, id]));
  const goods = {
    id: newId(),
    ...own,
    no: 1,
    mode,
    money_on: moneyOn,
    method: request.returnMethod === 'drop_off' ? 'drop_off' : 'carrier',
    status: 'expected',
    due_at: dueAt,
  };
  const item = items.map(({ ref, units }) => ({
    id: newId(),
    merchant_id: own.merchant_id,
    return_id: goods.id,
    refund_line_id: found(lineIds.get(ref), ref),
    units,
    status: 'expected',
  }));
  return { goods_return: [goods] satisfies RowsOf<'goods_return'>, return_item: item satisfies RowsOf<'return_item'> };
}

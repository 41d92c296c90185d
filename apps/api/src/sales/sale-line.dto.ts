import { LINE_KINDS, type LineKind } from '@zikui/domain';
import {
  AmountOrZeroField,
  ChoiceField,
  InstantField,
  PastInstantField,
  BoughtQuantityField,
  RefField,
  TaxField,
  TextField,
} from '../body/fields';

export class SaleLineDto {
  @RefField({ about: 'Unique in the sale.', example: 'l1' }) readonly ref!: string;
  @TextField({ max: 64 }, { example: 'KETTLE-17' }) readonly sku!: string;
  @TextField({ max: 500, marks: true }, { example: 'קומקום חשמלי 1.7 ליטר' }) readonly description!: string;
  @RefField({ about: 'What law and policy rules ask for.', example: 'kitchen' }) readonly category!: string;
  @ChoiceField(LINE_KINDS, { example: 'goods' }) readonly kind!: LineKind;
  @BoughtQuantityField({ about: 'Units bought.', example: 1 }) readonly quantity!: number;
  @AmountOrZeroField({ about: 'Paid for all units, discounts off, tax in.', example: 14900 }) readonly total!: number;
  @TaxField({ about: 'The tax inside `total`.', example: 2273 }) readonly tax!: number;
  @PastInstantField({ presence: 'nullable' }) readonly shippedAt?: string | null;
  @PastInstantField({ presence: 'nullable', example: '2026-11-04T16:20:00+02:00' }) readonly deliveredAt?:
    string | null;
  @InstantField({ presence: 'nullable', about: 'When a booked service takes place.' }) readonly serviceAt?:
    string | null;
  @InstantField({ presence: 'nullable', about: 'First day of a subscription period.' }) readonly periodStart?:
    string | null;
  @InstantField({ presence: 'nullable' }) readonly periodEnd?: string | null;
}

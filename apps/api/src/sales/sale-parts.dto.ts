import { PROTECTED_GROUPS, type Locale, type ProtectedGroup } from '@zikui/domain';
import {
  AmountField,
  AmountOrZeroField,
  ChoiceField,
  EmailField,
  FlagField,
  NameField,
  PastInstantField,
  PhoneField,
  RefField,
  SignedAmountField,
  TaxField,
  TextField,
  WholeNumberField,
} from '../body/fields';

/** Contact data is encrypted at rest, with a key of each customer. */
export class SaleCustomerDto {
  @RefField({ example: 'c-1042' }) readonly ref!: string;
  @NameField({ presence: 'nullable', example: 'נועה לוי' }) readonly name?: string | null;
  @EmailField({ presence: 'nullable', example: 'noa@example.com' }) readonly email?: string | null;
  @PhoneField({ presence: 'nullable', example: '+972501234567' }) readonly phone?: string | null;
  @ChoiceField(['he', 'en'], { about: 'The language of messages.', example: 'he' }) readonly locale!: Locale;
  @ChoiceField(PROTECTED_GROUPS, { presence: 'nullable' }) readonly protectedGroup?: ProtectedGroup | null;
}

export class SaleShippingDto {
  @AmountOrZeroField({ example: 3000 }) readonly total!: number;
  @TaxField({ example: 458 }) readonly tax!: number;
}

/** Tips or cash rounding: explains why lines and shipping differ from what was captured. Not refundable by itself. */
export class OtherChargesDto {
  @SignedAmountField({ example: -40 }) readonly total!: number;
  @TextField({ max: 500, marks: true }, { example: 'Cash rounding' }) readonly description!: string;
}

export class SalePaymentDto {
  @RefField({ about: 'Unique in the sale.', example: 'pay-1' }) readonly ref!: string;
  @RefField({ max: 32, about: 'Name of the gateway.', example: 'stripe' }) readonly gateway!: string;
  @RefField({ max: 120, about: "The gateway's own reference of the payment.", example: 'pi_3QK0a1' })
  readonly gatewayRef!: string;
  @AmountField({ example: 17900 }) readonly captured!: number;
  @PastInstantField({ presence: 'nullable', example: '2026-11-01T10:00:03+02:00' }) readonly capturedAt?: string | null;
  @FlagField({
    presence: 'optional',
    about:
      'True while it is only authorised: a refund then cancels the authorisation, the whole of it, where the gateway can.',
  })
  readonly onlyAuthorized?: boolean;
  @WholeNumberField(120, { presence: 'nullable', about: 'Monthly charges of one card payment.' })
  readonly instalments?: number | null;
}

export class InvoiceDto {
  @TextField({ max: 64 }, { example: 'INV-2026-1042' }) readonly number!: string;
  @PastInstantField({ example: '2026-11-01T10:00:05+02:00' }) readonly issuedAt!: string;
}

export class CommissionDto {
  @AmountOrZeroField({ about: 'What a partner earned on this sale.', example: 895 }) readonly total!: number;
  @WholeNumberField(10_000, { presence: 'optional', about: 'Basis points.', example: 500 }) readonly rateBps?: number;
}

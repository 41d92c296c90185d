import { CHANNELS, type Channel } from '@zikui/domain';
import { ListField, ObjectField } from '../body/field.decorator';
import {
  ChoiceField,
  CurrencyField,
  FlagField,
  JurisdictionField,
  PastInstantField,
  RefField,
  TimeZoneField,
} from '../body/fields';
import { SaleLineDto } from './sale-line.dto';
import {
  CommissionDto,
  InvoiceDto,
  OtherChargesDto,
  SaleCustomerDto,
  SalePaymentDto,
  SaleShippingDto,
} from './sale-parts.dto';

/** Body of `PUT /v1/sales/{saleRef}`. Amounts are integers in the minor unit of `currency`. */
export class SaleDto {
  @CurrencyField({ example: 'ILS' }) readonly currency!: string;
  @PastInstantField({ example: '2026-11-01T10:00:00+02:00' }) readonly placedAt!: string;
  @ChoiceField(CHANNELS, { example: 'online' }) readonly channel!: Channel;
  @FlagField({
    about: 'Whether the customer was talked to before the sale: it widens the rights of protected groups.',
    example: false,
  })
  readonly hadConversation!: boolean;
  @JurisdictionField({
    about: "Whose consumer law applies: `IL`, `EU-` and a member state's code, or `other`.",
    example: 'IL',
  })
  readonly jurisdiction!: string;
  @TimeZoneField({ about: "The consumer's time zone: deadlines are local dates.", example: 'Asia/Jerusalem' })
  readonly timeZone!: string;
  @RefField({ presence: 'nullable', about: 'Which legal entity sold; the first one of the merchant when left out.' })
  readonly legalEntity?: string | null;
  @PastInstantField({
    presence: 'nullable',
    about:
      'When the details document (IL) or withdrawal notice (EU) was received; `placedAt` when left out, null = never.',
  })
  readonly disclosedAt?: string | null;
  @ObjectField(() => SaleCustomerDto) readonly customer!: SaleCustomerDto;
  @ListField(() => SaleLineDto, { min: 1, distinctBy: 'ref' }) readonly lines!: SaleLineDto[];
  @ObjectField(() => SaleShippingDto) readonly shipping!: SaleShippingDto;
  @ObjectField(() => OtherChargesDto, { presence: 'nullable' }) readonly otherCharges?: OtherChargesDto | null;
  @ListField(() => SalePaymentDto, { min: 1, distinctBy: 'ref' }) readonly payments!: SalePaymentDto[];
  @ObjectField(() => InvoiceDto, { presence: 'nullable', about: 'The credit note of a refund refers to it.' })
  readonly invoice?: InvoiceDto | null;
  @ObjectField(() => CommissionDto, { presence: 'nullable' }) readonly commission?: CommissionDto | null;
}

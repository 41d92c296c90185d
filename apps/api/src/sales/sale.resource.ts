import { CHANNELS, LINE_KINDS, PROTECTED_GROUPS, type Money } from '@zikui/domain';
import type { SaleView } from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import { ShowChoice, ShowFlag, ShowInstant, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';
import { InvoiceDto } from './sale-parts.dto';

class CustomerResource {
  @ShowText() readonly ref!: string;
  @ShowText({ nullable: true }) readonly name!: string | null;
  @ShowText({ nullable: true }) readonly email!: string | null;
  @ShowText({ nullable: true }) readonly phone!: string | null;
  @ShowChoice(['he', 'en']) readonly locale!: SaleView['customer']['locale'];
  @ShowFlag({ about: 'His personal data was erased: name and addresses are null because of it.' })
  readonly isErased!: boolean;
  @ShowChoice(PROTECTED_GROUPS, { nullable: true }) readonly protectedGroup!: SaleView['customer']['protectedGroup'];
}

class TotalResource {
  @ShowOne(() => MoneyResource) readonly total!: Money;
  @ShowOne(() => MoneyResource) readonly tax!: Money;
}

class SaleLineResource extends TotalResource {
  @ShowText() readonly ref!: string;
  @ShowText() readonly sku!: string;
  @ShowText() readonly description!: string;
  @ShowText() readonly category!: string;
  @ShowChoice(LINE_KINDS) readonly kind!: SaleView['lines'][number]['kind'];
  @ShowNumber() readonly quantity!: number;
  @ShowInstant({ nullable: true }) readonly shippedAt?: string | null;
  @ShowInstant({ nullable: true }) readonly deliveredAt?: string | null;
  @ShowInstant({ nullable: true }) readonly serviceAt?: string | null;
  @ShowInstant({ nullable: true }) readonly periodStart?: string | null;
  @ShowInstant({ nullable: true }) readonly periodEnd?: string | null;
}

class PaymentResource {
  @ShowText() readonly ref!: string;
  @ShowText() readonly gateway!: string;
  @ShowText() readonly gatewayRef!: string;
  @ShowOne(() => MoneyResource) readonly captured!: Money;
  @ShowOne(() => MoneyResource, { about: 'Of `captured`: held by refunds.' }) readonly held!: Money;
  @ShowOne(() => MoneyResource, { about: 'Of `captured`: held by disputes.' }) readonly disputed!: Money;
  @ShowInstant({ nullable: true }) readonly capturedAt?: string | null;
  @ShowNumber({ nullable: true }) readonly instalments?: number | null;
}

class OtherChargesResource {
  @ShowOne(() => MoneyResource) readonly total!: Money;
  @ShowText() readonly description!: string;
}

class CommissionResource {
  @ShowOne(() => MoneyResource) readonly total!: Money;
  @ShowNumber({ nullable: true }) readonly rateBps!: number | null;
}

export class SaleResource implements SaleView {
  @ShowText() readonly saleRef!: string;
  @ShowChoice(['test', 'live']) readonly mode!: SaleView['mode'];
  @ShowText() readonly currency!: string;
  @ShowInstant() readonly placedAt!: string;
  @ShowChoice(CHANNELS) readonly channel!: SaleView['channel'];
  @ShowFlag() readonly hadConversation!: boolean;
  @ShowText() readonly jurisdiction!: string;
  @ShowText() readonly timeZone!: string;
  @ShowText({ nullable: true }) readonly legalEntity!: string | null;
  @ShowInstant({ nullable: true }) readonly disclosedAt?: string | null;
  @ShowOne(() => CustomerResource) readonly customer!: SaleView['customer'];
  @ShowMany(() => SaleLineResource) readonly lines!: SaleView['lines'];
  @ShowOne(() => TotalResource) readonly shipping!: SaleView['shipping'];
  @ShowOne(() => OtherChargesResource, { nullable: true }) readonly otherCharges!: SaleView['otherCharges'];
  @ShowMany(() => PaymentResource) readonly payments!: SaleView['payments'];
  @ShowOne(() => InvoiceDto, { nullable: true }) readonly invoice!: SaleView['invoice'];
  @ShowOne(() => CommissionResource, { nullable: true }) readonly commission!: SaleView['commission'];
  @ShowInstant({ nullable: true, about: 'Since when the sale is frozen.' }) readonly firstRefundAt!: string | null;
  @ShowInstant() readonly createdAt!: string;
  @ShowInstant() readonly updatedAt!: string;
}

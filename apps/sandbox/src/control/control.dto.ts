import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { DIALECT_NAMES, type DialectName } from '../gateway/dialect-name';
import { WEBHOOK_SOURCES, type WebhookSource } from '../webhook/webhook-endpoints';

/** Body of `POST /_control/webhook-endpoints`. Without `source`, an account whose key begins with `sk_` or `rk_` is the gateway's. */
export class WebhookEndpointDto {
  @IsString() @IsNotEmpty() account!: string;
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false }) url!: string;
  @IsString() @IsNotEmpty() secret!: string;
  @IsOptional() @IsIn(WEBHOOK_SOURCES) source?: WebhookSource;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) events?: string[];
  /** The account's other addresses are forgotten. */ @IsOptional() @IsBoolean() only?: boolean;
}

/** Body of `POST /_control/accounts`: who may call in a protocol whose callers sign or sign in, and his secret. */
export class AccountDto {
  @IsIn(DIALECT_NAMES) dialect!: DialectName;
  @IsString() @IsNotEmpty() account!: string;
  @IsString() @IsNotEmpty() secret!: string;
}

/** Body of `POST /_control/payments`: a payment in a protocol in which nobody pays here; the amount is in its own units. */
export class PaymentDto {
  @IsIn(DIALECT_NAMES) dialect!: DialectName;
  @IsString() @IsNotEmpty() account!: string;
  @IsInt() @Min(1) amount!: number;
  @Matches(/^[A-Z]{3}$/) currency!: string;
}

/** Body of `POST /_control/refunds`: a refund made in the gateway's dashboard, in its own units; made just now, or at that moment. */
export class DashboardRefundDto {
  @IsString() @IsNotEmpty() gatewayRef!: string;
  @IsInt() @Min(1) amount!: number;
  @IsOptional() @IsISO8601() madeAt?: string;
}

/** Body of `POST /_control/refunds/:id/settle` and `/fail`; `reason` is the failure's. */
export class RefundMoveDto {
  @IsOptional() @IsString() @IsNotEmpty() reason?: string;
}

/** Body of `POST /_control/disputes`: what a card holder disputes of a payment; the whole amount if it is missing, in the gateway's own units. */
export class DisputeDto {
  @IsString() @IsNotEmpty() gatewayRef!: string;
  @IsOptional() @IsInt() @Min(1) amount?: number;
  @IsOptional() @IsString() @IsNotEmpty() reason?: string;
}

/** Body of `POST /_control/parcels/:trackingCode/scan`: any of EasyPost's tracker statuses, or one it does not have. */
export class ScanDto {
  @IsString() @IsNotEmpty() status!: string;
  @IsOptional() @IsISO8601() at?: string;
  @IsOptional() @IsInt() @Min(1) @Max(100) copies?: number;
}

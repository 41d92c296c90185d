import { Check, Entity, Index, Unique } from 'typeorm';
import { Fixed, Id, Instant, Minor, Now, Reference, Text, TextList, Uuid } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';

@Entity('api_key')
@Unique('api_key_public_id_key', ['publicId'])
@Unique('api_key_merchant_id_key_key', ['merchantId', 'key'])
@Check('api_key_never_creates_and_decides_check', `NOT scopes @> ARRAY['refunds:create', 'refunds:decide']`)
@Check(
  'api_key_decides_within_a_limit_check',
  `NOT scopes @> ARRAY['refunds:decide'] OR (role IS NOT NULL AND amount_limit IS NOT NULL)`,
)
@Index('api_key_merchant_id_idx', ['merchantId'])
export class ApiKeyRow {
  @Id('api_key_pkey') id: string;
  @Reference(() => MerchantRow, 'api_key_merchant_id_fkey') merchantId: string;
  @Fixed(8) publicId: string;
  @Fixed(64) secretHash: string;
  @Text(4) mode: string;
  @Text(120) owner: string;
  @TextList() scopes: readonly string[];
  @Text(16, { nullable: true }) role: string | null;
  @Minor({ nullable: true }) amountLimit: number | null;
  @Instant({ nullable: true }) expiresAt: string | null;
  @Instant({ nullable: true }) revokedAt: string | null;
  @Now() createdAt: string;
  @Text(120, { nullable: true }) name: string | null;
  @TextList({ default: () => "'{}'" }) addresses: readonly string[];
  @Instant({ nullable: true, default: () => 'now()' }) activatedAt: string | null;
  @Instant({ nullable: true }) lastUsedAt: string | null;
  @Uuid({ nullable: true }) family: string | null;
  @Text(160, { nullable: true }) createdBy: string | null;
  @Text(128, { nullable: true }) key: string | null;
  @Fixed(64, { nullable: true }) bodyHash: string | null;
}

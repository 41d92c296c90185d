import { Check, Entity, Unique } from 'typeorm';
import { Id, Json, Now, Text } from '../database/columns';

@Entity('merchant')
@Unique('merchant_slug_key', ['slug'])
@Check('merchant_mode_check', `mode IN ('test', 'live')`)
export class MerchantRow {
  @Id('merchant_pkey') id: string;
  @Text(64) slug: string;
  @Text(120) name: string;
  @Text(4) mode: string;
  @Text(64) timeZone: string;
  @Text(2) locale: string;
  @Json({ default: () => "'{}'" }) gateways: unknown;
  @Json({ default: () => "'{}'" }) carriers: unknown;
  /** Law packs that were confirmed, by version: `{by, at}`. */ @Json({ default: () => "'{}'" }) lawPacks: unknown;
  /** How customers reach the shop. */ @Json({ default: () => "'{}'" }) contact: unknown;
  @Now() createdAt: string;
}

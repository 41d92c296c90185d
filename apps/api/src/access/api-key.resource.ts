import { API_KEY_STATUSES, ROLES, SCOPES, type Role, type Scope } from '@zikui/domain';
import type { ApiKeyView } from '@zikui/persistence';
import {
  ShowChoice,
  ShowChoices,
  ShowInstant,
  ShowMany,
  ShowNumber,
  ShowText,
  ShowTexts,
} from '../docs/shown.decorator';

/** A key, with its secret where that is shown. */
export type ShownApiKey = ApiKeyView & Readonly<{ secret: string | null; proposalId: string | null }>;

export class ApiKeyResource implements ApiKeyView {
  @ShowText({ example: 'ak_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowText({ example: 'zk_live_aB3dE6gH', about: 'The part of the key that people may see and name.' })
  readonly prefix!: string;
  @ShowText({ nullable: true }) readonly name!: string | null;
  @ShowChoice(['test', 'live']) readonly mode!: ApiKeyView['mode'];
  @ShowText({ about: 'The person who answers for it; keys of one owner are one person.' }) readonly owner!: string;
  @ShowChoices(SCOPES) readonly scopes!: readonly Scope[];
  @ShowChoice(ROLES, { nullable: true }) readonly role!: Role | null;
  @ShowNumber({ nullable: true }) readonly amountLimit!: number | null;
  @ShowTexts({ about: 'From where it may be used; none: from everywhere.' }) readonly addresses!: readonly string[];
  @ShowChoice(API_KEY_STATUSES, { about: '`waiting`: a second person has to confirm it.' })
  readonly status!: ApiKeyView['status'];
  @ShowInstant({ nullable: true, about: 'To the minute.' }) readonly lastUsedAt!: string | null;
  @ShowInstant({ nullable: true }) readonly expiresAt!: string | null;
  @ShowInstant({ nullable: true }) readonly revokedAt!: string | null;
  @ShowText({ about: 'The first of the keys that were rotated into each other; they count as one.' })
  readonly family!: string;
  @ShowText({ nullable: true }) readonly createdBy!: string | null;
  @ShowInstant() readonly createdAt!: string;
}

export class ApiKeyWithSecretResource extends ApiKeyResource implements ShownApiKey {
  @ShowText({ nullable: true, about: 'The key itself. Shown now, and never again; null for a repeat of this call.' })
  readonly secret!: string | null;
  @ShowText({ nullable: true, about: 'What a second person has to confirm before it works.' })
  readonly proposalId!: string | null;
}

export class ApiKeyPage {
  @ShowMany(() => ApiKeyResource) readonly items!: readonly ApiKeyView[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}

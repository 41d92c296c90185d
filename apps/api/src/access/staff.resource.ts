import { GRANT_SOURCES, PERMISSION_NAMES, ROLES, type GrantSource, type Permission, type Role } from '@zikui/domain';
import type { StaffView } from '@zikui/persistence';
import {
  ShowChoice,
  ShowChoices,
  ShowFlag,
  ShowInstant,
  ShowMany,
  ShowNumber,
  ShowText,
} from '../docs/shown.decorator';

class GrantResource {
  @ShowChoice(ROLES) readonly role!: Role;
  @ShowChoice(GRANT_SOURCES, { about: '`claim`: the identity provider said so at a sign-in.' })
  readonly source!: GrantSource;
  @ShowText() readonly grantedBy!: string;
  @ShowInstant() readonly grantedAt!: string;
}

export class StaffResource implements StaffView {
  @ShowText({ example: 'su_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowText({ about: 'His verified mail address: by it he is one person in all that he does and owns.' })
  readonly person!: string;
  @ShowText() readonly name!: string;
  @ShowMany(() => GrantResource) readonly roles!: StaffView['roles'];
  @ShowNumber({ nullable: true, about: 'The highest payout that he may decide, in minor units; null: none.' })
  readonly amountLimit!: number | null;
  @ShowInstant({ nullable: true }) readonly lastSignInAt!: string | null;
  @ShowInstant({ nullable: true, about: 'Since when he is off the staff.' }) readonly disabledAt!: string | null;
  @ShowInstant() readonly createdAt!: string;
}

export class StaffPage {
  @ShowMany(() => StaffResource) readonly items!: readonly StaffView[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}

export class RoleResource {
  @ShowChoice(ROLES) readonly role!: Role;
  @ShowChoices(PERMISSION_NAMES) readonly permissions!: readonly Permission[];
  @ShowFlag({ about: 'Two persons give it.' }) readonly needsTwo!: boolean;
}

export type Roles = Readonly<{ items: readonly Pick<RoleResource, 'role' | 'permissions' | 'needsTwo'>[] }>;

export class RoleList {
  @ShowMany(() => RoleResource) readonly items!: readonly RoleResource[];
}

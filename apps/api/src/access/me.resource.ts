import { PERMISSION_NAMES, permissionsOf, ROLES, rolesOf, type Mode, type Permission, type Role } from '@zikui/domain';
import type { StaffSession } from '@zikui/persistence';
import { ShowChoice, ShowChoices, ShowFlag, ShowInstant, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';
import { pageTokenOf } from './own-page';

class MyMerchantResource {
  @ShowText() readonly slug!: string;
  @ShowText() readonly name!: string;
  @ShowChoice(['test', 'live']) readonly mode!: Mode;
  @ShowText({ about: 'Where its days and hours are told.', example: 'Asia/Jerusalem' }) readonly timeZone!: string;
}

export class MeResource {
  @ShowText({ about: 'The verified mail address by which you are known.' }) readonly person!: string;
  @ShowText() readonly name!: string;
  @ShowOne(() => MyMerchantResource) readonly merchant!: MyMerchantResource;
  @ShowChoices(ROLES) readonly roles!: readonly Role[];
  @ShowChoices(PERMISSION_NAMES, { about: 'What these roles allow, together.' })
  readonly permissions!: readonly Permission[];
  @ShowNumber({ nullable: true, about: 'The highest payout that you may decide, in minor units.' })
  readonly amountLimit!: number | null;
  @ShowInstant() readonly signedInAt!: string;
  @ShowInstant({ about: 'The session ends then, or after half an hour without a sign.' }) readonly expiresAt!: string;
  @ShowFlag({ about: 'Whether the sign-in is recent enough for what changes powers, keys or switches.' })
  readonly signedInRecently!: boolean;
  @ShowText({ about: 'Calls of your page that change something send it as `X-Zikui-Token`.' })
  readonly pageToken!: string;
  @ShowText({ about: 'What your page reads from now on is no older: it gives this to `GET /v1/stream` as `after`.' })
  readonly changesAfter!: string;
}

export type Me = Omit<MeResource, 'merchant'> &
  Readonly<{ merchant: Pick<MyMerchantResource, 'slug' | 'name' | 'mode' | 'timeZone'> }>;

export const showMe = (session: StaffSession, sessionToken: string, changesAfter: string): Me => {
  const { principal, name, merchantName, merchantTimeZone, signedInAt, expiresAt, isRecent } = session;
  const roles = rolesOf(principal);
  return {
    person: principal.owner,
    name,
    merchant: { slug: principal.merchantSlug, name: merchantName, mode: principal.mode, timeZone: merchantTimeZone },
    roles,
    permissions: permissionsOf(roles),
    amountLimit: principal.amountLimit,
    ...{ signedInAt, expiresAt, signedInRecently: isRecent, pageToken: pageTokenOf(sessionToken), changesAfter },
  };
};

import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Permission, Scope } from '@zikui/domain';

export type Access = Readonly<{ kind: 'public' } | { kind: 'scoped'; anyOf: readonly Scope[]; rate: RateClass }>;
export type RateClass = 'general' | 'create';
/** What a person who signed in needs; null = nothing but that. */
export type StaffAccess = Readonly<{ permission: Permission | null; recent: boolean }>;
export const ACCESS = 'zikui:access';
export const STAFF_ACCESS = 'zikui:staff-access';

/** Who may call: a key with one of these scopes. A route without this, `ForStaff` or `Public` answers nobody. */
export const Scopes = (first: Scope, ...others: Scope[]): MethodDecorator => scoped([first, ...others], 'general');
/** The same for a route that creates: its calls are counted apart and fewer are allowed. */
export const CreatingScopes = (first: Scope, ...others: Scope[]): MethodDecorator =>
  scoped([first, ...others], 'create');
/** Open to everyone without a key: health, the API's description, and webhooks, which carry their own signature. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata<string, Access>(ACCESS, { kind: 'public' });

/** Which people may call besides: who signed in and holds a role that allows it; `recent` = within the last quarter of an hour. */
export const ForStaff = (permission: Permission, { recent = false } = {}): MethodDecorator =>
  applyDecorators(
    SetMetadata<string, StaffAccess>(STAFF_ACCESS, { permission, recent }),
    ApiExtension('x-staff-permission', permission),
  );
/** Everybody who signed in. */
export const SignedIn = (): MethodDecorator =>
  SetMetadata<string, StaffAccess>(STAFF_ACCESS, { permission: null, recent: false });

const scoped = (anyOf: readonly Scope[], rate: RateClass): MethodDecorator =>
  applyDecorators(
    SetMetadata<string, Access>(ACCESS, { kind: 'scoped', anyOf, rate }),
    ApiExtension('x-key-scopes', anyOf),
  );

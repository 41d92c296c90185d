import { SetMetadata } from '@nestjs/common';
import type { Scope } from '@zikui/domain';

export type Access = Readonly<{ kind: 'public' } | { kind: 'scoped'; anyOf: readonly Scope[]; rate: RateClass }>;
export type RateClass = 'general' | 'create';
export const ACCESS = 'zikui:access';

/** Who may call: a key with one of these scopes. A route without this or `Public` answers nobody. */
export const Scopes = (first: Scope, ...others: Scope[]): MethodDecorator =>
  SetMetadata<string, Access>(ACCESS, { kind: 'scoped', anyOf: [first, ...others], rate: 'general' });
/** The same for a route that creates: its calls are counted apart and fewer are allowed. */
export const CreatingScopes = (first: Scope, ...others: Scope[]): MethodDecorator =>
  SetMetadata<string, Access>(ACCESS, { kind: 'scoped', anyOf: [first, ...others], rate: 'create' });
/** Open to everyone without a key: health, the API's description, and webhooks, which carry their own signature. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata<string, Access>(ACCESS, { kind: 'public' });

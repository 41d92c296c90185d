export const SCOPES = [
  'sales:write',
  'refunds:create',
  'refunds:read',
  'refunds:decide',
  'returns:write',
  'credit:read',
  'credit:write',
  'exports:read',
  'webhooks:manage',
] as const;
export type Scope = (typeof SCOPES)[number];
export const ROLES = [
  'support',
  'lead',
  'manager',
  'cfo',
  'finance',
  'policy_owner',
  'warehouse',
  'ops',
  'auditor',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];
export type Mode = 'test' | 'live';

/** Who asks, resolved from the credential and never from the body. Keys of one `owner` are one person, and so is his sign-in. */
export type Principal = Readonly<{
  merchantId: string;
  merchantSlug: string;
  mode: Mode;
  /** Of the key, or of the person who signed in. */ keyId: string;
  /** Shown as the actor: `key:ab12cd34`. */ actor: string;
  owner: string;
  scopes: readonly Scope[];
  /** In which this call acts. */ role: Role | null;
  /** All that a person holds; a key has `role` alone. */ roles?: readonly Role[];
  amountLimit: number | null;
  /** From which network address the call came; absent where nobody called. */ address?: string;
  /** Whom a sign-in stands for. A key has none: it is the merchant's backend, or its staff where the request names one. */
  person?: 'customer' | 'staff' | null;
}>;

/** Whether the credential itself allows the act; whose object it is, and of which mode, is checked beside it. */
export const hasScope = (principal: Pick<Principal, 'scopes'>, scope: Scope): boolean =>
  principal.scopes.includes(scope);

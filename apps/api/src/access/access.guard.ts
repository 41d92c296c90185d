import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RefundError, rolesThatAllow, type Principal } from '@zikui/domain';
import type { StaffSession } from '@zikui/persistence';
import type { Request, Response } from 'express';
import { ACCESS, STAFF_ACCESS, type Access, type RateClass, type StaffAccess } from './access.decorator';
import { addressOf } from './address-of';
import { setCaller } from './caller.decorator';
import { KeyDoor } from './key-door';
import { RateLimits } from './rate-limits';
import { SessionCookie } from './session-cookie';
import { setSession } from './session.decorator';
import { StaffDoor } from './staff-door';

type Asked = Readonly<{ access: Access | undefined; staff: StaffAccess | undefined; rate: RateClass }>;

/**
 * Everything is denied unless a route says who may call it and the caller is one of those. A key comes in a header, a
 * person by the cookie of his session; a header is never looked for in a cookie, and it goes first.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: KeyDoor,
    private readonly staff: StaffDoor,
    private readonly cookie: SessionCookie,
    private readonly rates: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, placesOf(context));
    if (access?.kind === 'public') return true;
    const staff = this.reflector.getAllAndOverride<StaffAccess | undefined>(STAFF_ACCESS, placesOf(context));
    if (!access && !staff) throw new RefundError('permission_missing');
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const asked: Asked = { access, staff, rate: access?.rate ?? (request.method === 'POST' ? 'create' : 'general') };
    const isPerson = request.headers.authorization === undefined && this.cookie.read(request) !== undefined;
    const principal = isPerson
      ? await this.enterPerson(request, response, asked)
      : await this.enterKey(request, response, asked);
    setCaller(request, { ...principal, address: addressOf(request) });
    return true;
  }

  private async enterKey(request: Request, response: Response, { access, rate }: Asked): Promise<Principal> {
    const principal = await this.keys.enter(request);
    this.rates.count(principal.keyId, rate, response);
    const scopes = access?.kind === 'scoped' ? access.anyOf : [];
    if (!scopes.some((scope) => principal.scopes.includes(scope)))
      throw new RefundError('permission_missing', { permission: scopes.join(' or ') || null });
    return principal;
  }

  private async enterPerson(request: Request, response: Response, { staff, rate }: Asked): Promise<Principal> {
    const session = await this.staff.enter(request);
    const { principal } = session;
    this.rates.count(principal.keyId, rate, response);
    setSession(request, session);
    return allowed(session, staff);
  }
}

/** Where a rule may stand; what stands nearer counts. */
const placesOf = (context: ExecutionContext): Parameters<Reflector['getAllAndOverride']>[1] => [
  context.getHandler(),
  context.getClass(),
];

/** The person in the first of his roles that allows it. What depends on the thing itself may choose another one later. */
function allowed({ principal, isRecent }: StaffSession, staff: StaffAccess | undefined): Principal {
  if (!staff) throw new RefundError('permission_missing', { permission: null });
  const { permission, recent } = staff;
  if (permission === null) return principal;
  const [role] = rolesThatAllow(principal, permission);
  if (role === undefined) throw new RefundError('permission_missing', { permission });
  if (recent && !isRecent) throw new RefundError('recent_sign_in_needed');
  return { ...principal, role };
}

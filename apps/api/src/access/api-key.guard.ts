import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RefundError, type Principal } from '@zikui/domain';
import { ApiKeyStore } from '@zikui/persistence';
import type { Request, Response } from 'express';
import { ACCESS, type Access } from './access.decorator';
import { setCaller } from './caller.decorator';
import { FailedKeys } from './failed-keys';
import { RateLimits } from './rate-limits';

/** Everything is denied unless a route says who may call it and the caller's key is one of those. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: ApiKeyStore,
    private readonly failedKeys: FailedKeys,
    private readonly rates: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access?.kind === 'public') return true;
    if (!access) throw new RefundError('permission_missing');
    const request = context.switchToHttp().getRequest<Request>();
    const principal = await this.authenticate(request);
    this.rates.count(principal.keyId, access.rate, context.switchToHttp().getResponse<Response>());
    if (!access.anyOf.some((scope) => principal.scopes.includes(scope)))
      throw new RefundError('permission_missing', { permission: access.anyOf.join(' or ') });
    setCaller(request, { ...principal, address: addressOf(request) });
    return true;
  }

  private async authenticate(request: Request): Promise<Principal> {
    const presented = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (presented === undefined) throw new RefundError('unauthenticated');
    const address = addressOf(request);
    // Asked before the key is looked at: whoever guesses learns nothing while he waits, not even a right guess.
    const wait = this.failedKeys.waitSeconds(address, Date.now());
    if (wait > 0) throw new RefundError('rate_limited', { retryAfterSeconds: wait });
    const principal = await this.keys.authenticate(presented);
    if (principal) return principal;
    this.failedKeys.failed(address, Date.now());
    throw new RefundError('unauthenticated');
  }
}

/** Where the call came from, behind as many proxies as are trusted. */
const addressOf = (request: Request): string => (request.ip ?? 'unknown').slice(0, 64);

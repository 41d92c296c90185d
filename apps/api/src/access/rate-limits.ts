import { Injectable } from '@nestjs/common';
import { RefundError } from '@zikui/domain';
import type { Response } from 'express';
import { Env } from '../env';
import type { RateClass } from './access.decorator';
import { TokenBucket } from './token-bucket';

/** Counts the calls of each key and tells the caller how many are left (draft-ietf-httpapi-ratelimit-headers). */
@Injectable()
export class RateLimits {
  private readonly buckets: Readonly<Record<RateClass, TokenBucket>>;

  constructor(env: Env) {
    this.buckets = {
      general: new TokenBucket(env.RATE_PER_SECOND),
      create: new TokenBucket(env.RATE_CREATES_PER_SECOND),
    };
  }

  /** Throws `rate_limited` when the key has used up its calls of this second. */
  count(keyId: string, rate: RateClass, response: Response): void {
    const bucket = this.buckets[rate];
    const { allowed, remaining } = bucket.take(keyId, Date.now());
    response.setHeader('RateLimit-Policy', `"${rate}";q=${String(bucket.perSecond)};w=1`);
    response.setHeader('RateLimit', `"${rate}";r=${String(remaining)};t=1`);
    if (!allowed) throw new RefundError('rate_limited', { retryAfterSeconds: 1 });
  }
}

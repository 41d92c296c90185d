import { Injectable } from '@nestjs/common';
import { RefundError } from '@zikui/domain';
import type { Request } from 'express';
import { addressOf } from '../access/address-of';
import { TokenBucket } from '../access/token-bucket';
import { Env } from '../env';

const MOST_ADDRESSES = 10_000;

/** How often links are opened and forms are sent from one address. Looking at a page again is not counted: it needs its cookie. */
@Injectable()
export class PortalRate {
  private readonly bucket: TokenBucket;

  constructor({ PORTAL_PER_MINUTE }: Env) {
    this.bucket = new TokenBucket(PORTAL_PER_MINUTE / 60, MOST_ADDRESSES, PORTAL_PER_MINUTE);
  }

  /** Throws `rate_limited`. */
  count(request: Request): void {
    if (!this.bucket.take(addressOf(request), Date.now()).allowed)
      throw new RefundError('rate_limited', { retryAfterSeconds: 60 });
  }
}

import { isIPv4, isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { RefundError } from '@zikui/domain';
import type { Request } from 'express';
import { addressOf } from '../access/address-of';
import { TokenBucket } from '../access/token-bucket';
import { Env } from '../env';

const MOST_ADDRESSES = 10_000;
const HOUR_S = 3_600;

/**
 * How often links are opened, forms are sent and new links are asked for from one place of the network. Looking at a page
 * again is not counted: it needs its cookie. Counts in this process alone, before anybody looks whether anything is there.
 */
@Injectable()
export class PortalRate {
  private readonly forms: TokenBucket;
  private readonly links: TokenBucket;

  constructor({ PORTAL_PER_MINUTE, PORTAL_LINKS_PER_HOUR }: Env) {
    this.forms = new TokenBucket(PORTAL_PER_MINUTE / 60, MOST_ADDRESSES, PORTAL_PER_MINUTE);
    this.links = new TokenBucket(PORTAL_LINKS_PER_HOUR / HOUR_S, MOST_ADDRESSES, PORTAL_LINKS_PER_HOUR);
  }

  /** Throws `rate_limited`. */
  count(request: Request): void {
    this.take(this.forms, request, 60);
  }

  /** Of a request for a new link, beside `count`. Throws `rate_limited`. */
  countLink(request: Request): void {
    this.take(this.links, request, Math.ceil(1 / this.links.perSecond));
  }

  private take(bucket: TokenBucket, request: Request, retryAfterSeconds: number): void {
    if (!bucket.take(networkOf(addressOf(request)), Date.now()).allowed)
      throw new RefundError('rate_limited', { retryAfterSeconds });
  }
}

/** An address of the fourth version, or the network of 64 bits that one line of the sixth has to itself. */
export function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(mapped)) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const [front, back] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = tail === undefined ? 0 : 8 - (front?.length ?? 0) - (back?.length ?? 0);
  const groups = [...(front ?? []), ...Array.from({ length: missing }, () => '0'), ...(back ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

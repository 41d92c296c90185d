import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { publicId } from '@zikui/domain';
import { hmacHex, type PortalVisit } from '@zikui/persistence';
import type { Request } from 'express';
import { Env } from '../env';

/** Where the page of a refund is; the cookie goes there and nowhere else. */
export const pathOf = (refundId: string): string => `/portal/refunds/${publicId('refund', refundId)}`;

/** The cookie for which a link is swapped: of one refund's page, unseen by scripts, over https alone but on this machine. */
@Injectable()
export class PortalCookie {
  private readonly name: string;
  private readonly secure: string;

  constructor({ PUBLIC_URL }: Env) {
    const isSecure = PUBLIC_URL.startsWith('https:');
    this.name = isSecure ? '__Secure-zikui-portal' : 'zikui-portal';
    this.secure = isSecure ? '; Secure' : '';
  }

  /** The header that sets it until the link is over. */
  headerOf({ refundId, expiresAt }: PortalVisit, token: string): string {
    const seconds = Math.max(0, Math.floor((Date.parse(expiresAt) - Date.now()) / 1_000));
    return `${this.name}=${token}; Path=${pathOf(refundId)}; Max-Age=${String(seconds)}; HttpOnly; SameSite=Lax${this.secure}`;
  }

  /** `undefined` where there is none, or two of one name, of which nobody knows whose is the first. */
  read({ headers }: Request): string | undefined {
    const own = (headers.cookie ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part.startsWith(`${this.name}=`))
      .map((part) => part.slice(this.name.length + 1));
    return own.length === 1 ? own[0] : undefined;
  }
}

/** What a form of the page repeats; a page of somebody else cannot know it. */
export const formTokenOf = (visitToken: string): string => hmacHex(visitToken, 'zikui portal form');
export function isFormToken(told: string, visitToken: string): boolean {
  const expected = Buffer.from(formTokenOf(visitToken));
  const given = Buffer.from(told);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

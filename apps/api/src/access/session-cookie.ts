import { Injectable } from '@nestjs/common';
import { SESSION_LIFE_MS } from '@zikui/domain';
import type { CookieOptions, Request, Response } from 'express';
import { Env } from '../env';

/** 32 bytes in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * The cookie of a session. Over https its name binds it to this very host; on this machine alone, over plain http, it
 * goes without that and without `Secure`. Settings refuse any other http address.
 */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly options: CookieOptions;

  constructor({ PUBLIC_URL }: Env) {
    const secure = PUBLIC_URL.startsWith('https:');
    this.name = secure ? '__Host-zikui' : 'zikui';
    this.options = { httpOnly: true, secure, sameSite: 'lax', path: '/' };
  }

  /** `undefined` where there is none, or what can be none. */
  read(request: Request): string | undefined {
    const token = cookieOf(request, this.name);
    return token !== undefined && TOKEN.test(token) ? token : undefined;
  }

  write(response: Response, token: string): void {
    response.cookie(this.name, token, { ...this.options, maxAge: SESSION_LIFE_MS });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.options);
  }

  /** Another cookie of ours under the same rules, for what lasts minutes. */
  writeFor(response: Response, name: string, value: string, maxAge: number): void {
    response.cookie(`${this.name}-${name}`, value, { ...this.options, maxAge });
  }

  readFor(request: Request, name: string): string | undefined {
    return cookieOf(request, `${this.name}-${name}`);
  }

  clearFor(response: Response, name: string): void {
    response.clearCookie(`${this.name}-${name}`, this.options);
  }
}

/** The value of a cookie that stands exactly once: of two of one name nobody knows whose is the first. */
function cookieOf({ headers }: Request, name: string): string | undefined {
  const values = (headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}

import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** What a sign-in was asked with, kept until its code is redeemed. */
export type Asked = Readonly<{
  sub: string;
  clientId: string;
  redirectUri: string;
  nonce: string | undefined;
  challenge: string;
  authenticatedAt: number;
}>;
export type Refreshable = Readonly<{
  sub: string;
  clientId: string;
  authenticatedAt: number;
  /** A renewal answers no question of a page. */ nonce?: undefined;
}>;

const CODE_LASTS_MS = 60_000;

/** Codes, each good once and for a minute, and tokens. All is forgotten at the next start. */
@Injectable()
export class Grants {
  private readonly codes = new Map<string, Asked & Readonly<{ until: number }>>();
  private readonly refreshes = new Map<string, Refreshable>();
  private readonly accesses = new Map<string, string>();

  code(asked: Asked): string {
    const code = randomBytes(24).toString('base64url');
    this.codes.set(code, { ...asked, until: Date.now() + CODE_LASTS_MS });
    return code;
  }

  /** What the code was given for; undefined for one that is unknown, used, too old, or redeemed by whoever did not ask for it. */
  redeem(code: string, by: Readonly<{ clientId: string; redirectUri: string; verifier: string }>): Asked | undefined {
    const asked = this.codes.get(code);
    this.codes.delete(code);
    if (!asked || asked.until < Date.now()) return undefined;
    const challenge = createHash('sha256').update(by.verifier).digest('base64url');
    const fits =
      asked.clientId === by.clientId && asked.redirectUri === by.redirectUri && asked.challenge === challenge;
    return fits ? asked : undefined;
  }

  refreshToken(of: Refreshable): string {
    const token = randomBytes(24).toString('base64url');
    this.refreshes.set(token, of);
    return token;
  }

  /** A refresh token is good once. */
  useRefresh(token: string, clientId: string): Refreshable | undefined {
    const found = this.refreshes.get(token);
    this.refreshes.delete(token);
    return found?.clientId === clientId ? found : undefined;
  }

  accessToken(sub: string): string {
    const token = randomBytes(24).toString('base64url');
    this.accesses.set(token, sub);
    return token;
  }

  ofAccess(token: string): string | undefined {
    return this.accesses.get(token);
  }
}

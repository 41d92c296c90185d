import { Injectable } from '@nestjs/common';
import { RefundError } from '@zikui/domain';
import { SecretBox, SignInStore, StaffSessionStore, type StaffSession } from '@zikui/persistence';
import type { Request, Response } from 'express';
import { Env } from '../env';
import { addressOf } from './address-of';
import { FailedKeys } from './failed-keys';
import { IdentityProvider, type BegunSignIn } from './identity-provider';
import { mappingOf } from './role-mapping';
import { SessionCookie } from './session-cookie';
import type { SignInDto } from './sign-in.dto';

type Begun = BegunSignIn & Readonly<{ merchant: string | null; returnTo: string; until: number }>;

const COOKIE = 'sign-in';
const PLACE = 'sign-in';
/** A person at the identity provider's page has so long. */
const LASTS_MS = 10 * 60_000;

/** Signs people in and out. What a sign-in was begun with stays, sealed, in the browser that began it: no other one can end it. */
@Injectable()
export class SignInService {
  private readonly box: SecretBox;

  constructor(
    private readonly env: Env,
    private readonly provider: IdentityProvider,
    private readonly signIns: SignInStore,
    private readonly sessions: StaffSessionStore,
    private readonly cookie: SessionCookie,
    private readonly failures: FailedKeys,
  ) {
    this.box = new SecretBox(Buffer.from(env.MASTER_KEY, 'base64'));
  }

  /** Where the browser goes. Throws `unavailable` while the identity provider is away. */
  async begin(response: Response, { merchant, returnTo, again }: SignInDto): Promise<string> {
    const { url, begun } = await this.provider.begin(again === 'true');
    const kept: Begun = {
      ...begun,
      merchant: merchant ?? null,
      returnTo: ownPath(returnTo),
      until: Date.now() + LASTS_MS,
    };
    this.cookie.writeFor(response, COOKIE, this.box.seal(JSON.stringify(kept), PLACE), LASTS_MS);
    return url;
  }

  /** Opens a session, with a new token, for whoever came back. Gives where he wanted to go. Throws `sign_in_refused`, `rate_limited`, `unavailable`. */
  async complete(request: Request, response: Response): Promise<string> {
    const address = addressOf(request);
    const wait = this.failures.waitSeconds(address, Date.now());
    if (wait > 0) throw new RefundError('rate_limited', { retryAfterSeconds: wait });
    try {
      const { merchant, returnTo, ...begun } = this.begun(request);
      this.cookie.clearFor(response, COOKIE);
      const identity = await this.provider.complete(new URL(request.originalUrl, this.env.PUBLIC_URL).search, begun);
      const { refreshToken, authenticatedAt } = identity;
      const signIn = { merchantSlug: merchant, address, refreshToken, authenticatedAt, mapping: mappingOf(this.env) };
      const { token } = await this.signIns.signIn(identity, { ...signIn, claims: identity.roles !== undefined });
      this.cookie.write(response, token);
      return returnTo;
    } catch (error) {
      if (error instanceof RefundError && error.code === 'sign_in_refused')
        await this.failures.failed(address, Date.now());
      throw error;
    }
  }

  async end(session: StaffSession, response: Response): Promise<void> {
    await this.sessions.end(session, 'signed_out');
    this.cookie.clear(response);
  }

  private begun(request: Request): Begun {
    const sealed = this.cookie.readFor(request, COOKIE);
    if (sealed === undefined || sealed.length > 4_096) throw new RefundError('sign_in_refused');
    let begun: Begun;
    try {
      begun = JSON.parse(this.box.open(decodeURIComponent(sealed), PLACE)) as Begun;
    } catch {
      // Changed, or sealed with another key: not begun here.
      throw new RefundError('sign_in_refused');
    }
    if (begun.until < Date.now()) throw new RefundError('sign_in_refused');
    return begun;
  }
}

/** A path of this very address; anything else would send people, just signed in, to somebody else's page. */
function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[^\s\\]{0,500}$/.test(path) ? path : '/';
}

import { Injectable, Logger } from '@nestjs/common';
import { RefundError } from '@zikui/domain';
import type { Identity } from '@zikui/persistence';
import * as oidc from 'openid-client';
import { Env } from '../env';

/** What a sign-in that was begun must come back with. */
export type BegunSignIn = Readonly<{ state: string; nonce: string; verifier: string }>;
export type ProvenIdentity = Identity &
  Readonly<{
    /** When the person last proved himself to the provider; null where it does not say. */ authenticatedAt:
      string | null;
    refreshToken: string | null;
  }>;
export type Renewed = Readonly<{ roles: unknown; refreshToken: string }>;

const TIMEOUT_S = 5;
const LONGEST = { name: 120, text: 255, email: 120 } as const;

/** The identity provider: OpenID Connect, code flow with PKCE, state and nonce; its tokens are verified by its keys. */
@Injectable()
export class IdentityProvider {
  private readonly log = new Logger('IdentityProvider');
  private known: Promise<oidc.Configuration> | undefined;

  constructor(private readonly env: Env) {}

  private get callback(): URL {
    return new URL('/auth/callback', this.env.PUBLIC_URL);
  }

  /** Where the browser goes, and what it must come back with. `again` = the person has to prove himself anew. Throws `unavailable`. */
  async begin(again: boolean): Promise<Readonly<{ url: string; begun: BegunSignIn }>> {
    const config = await this.configuration();
    const begun = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.callback.href,
      scope: this.env.OIDC_SCOPES,
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
      ...(again && { prompt: 'login', max_age: '0' }),
    });
    return { url: url.href, begun };
  }

  /** Who came back. Throws `sign_in_refused` for any answer that is not the one to `begun`, or without a verified address; `unavailable`. */
  async complete(query: string, { state, nonce, verifier }: BegunSignIn): Promise<ProvenIdentity> {
    const config = await this.configuration();
    const url = this.callback;
    url.search = query;
    try {
      const tokens = await oidc.authorizationCodeGrant(config, url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      return identityOf(tokens.claims(), tokens.refresh_token, this.env.OIDC_ROLES_CLAIM);
    } catch (error) {
      throw this.failureOf(error);
    }
  }

  /** Whether the person is still the provider's, and with which roles. Throws `sign_in_refused` when he is not; `unavailable`. */
  async renew(refreshToken: string): Promise<Renewed> {
    const config = await this.configuration();
    try {
      const tokens = await oidc.refreshTokenGrant(config, refreshToken);
      // Not every provider gives a new ID token with it; what it then does not say again is asked of its user info.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked to stand out: the token that is asked with is the provider's answer to his own refresh token
      const claims = tokens.claims() ?? (await oidc.fetchUserInfo(config, tokens.access_token, oidc.skipSubjectCheck));
      return { roles: claims[this.env.OIDC_ROLES_CLAIM], refreshToken: tokens.refresh_token ?? refreshToken };
    } catch (error) {
      throw this.failureOf(error);
    }
  }

  /** A provider that cannot be asked now is another thing than one that says no. Why it says no is for our log alone. */
  private failureOf(error: unknown): RefundError {
    if (error instanceof RefundError) return error;
    this.log.warn({ err: error }, 'A sign-in failed');
    const isAway =
      error instanceof TypeError ||
      (error instanceof Error && 'code' in error && error.code === 'OAUTH_TIMEOUT') ||
      (error instanceof oidc.ResponseBodyError && error.status >= 500);
    return isAway
      ? new RefundError('unavailable', { retryAfterSeconds: TIMEOUT_S })
      : new RefundError('sign_in_refused');
  }

  /** Asked once; what could not be reached is asked again by the next call. */
  private configuration(): Promise<oidc.Configuration> {
    const { OIDC_ISSUER_URL, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.env;
    if (OIDC_ISSUER_URL === undefined || OIDC_CLIENT_ID === undefined) throw new RefundError('route_not_found');
    const issuer = new URL(OIDC_ISSUER_URL);
    this.known ??= oidc
      .discovery(issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, {
        timeout: TIMEOUT_S,
        // Signatures of ID tokens are verified also where the line itself would do. Settings let plain http be on this machine alone.
        execute: [
          oidc.enableNonRepudiationChecks,
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked to stand out: settings refuse plain http beyond this machine
          ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
        ],
      })
      .catch((error: unknown) => {
        this.known = undefined;
        this.log.warn({ err: error }, 'The identity provider could not be reached');
        throw new RefundError('unavailable', { retryAfterSeconds: TIMEOUT_S });
      });
    return this.known;
  }
}

/** Throws `sign_in_refused` where something is missing that a person is known by. */
function identityOf(
  claims: oidc.IDToken | undefined,
  refreshToken: string | undefined,
  rolesClaim: string,
): ProvenIdentity {
  if (!claims) throw new RefundError('sign_in_refused');
  const { iss, sub, email, email_verified: verified, name, auth_time: at } = claims;
  const isKnown = typeof email === 'string' && email.length <= LONGEST.email && verified === true;
  if (!isKnown || iss.length > LONGEST.text || sub === '' || sub.length > LONGEST.text)
    throw new RefundError('sign_in_refused');
  return {
    issuer: iss,
    subject: sub,
    email,
    name: (typeof name === 'string' && name !== '' ? name : email).slice(0, LONGEST.name),
    roles: claims[rolesClaim],
    authenticatedAt: typeof at === 'number' ? new Date(at * 1_000).toISOString() : null,
    refreshToken: refreshToken ?? null,
  };
}

import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { escapeHtml, page } from '../html';
import { PublicAddress } from '../public-address';
import { Grants, type Refreshable } from './grants';
import { idToken, publicJwk } from './id-token';
import { AuthorizeDto, ChosenDto, PersonDto, SpoilDto, TokenDto } from './identity.dto';
import { People, type Person } from './people';

const TOKEN_LASTS_S = 300;
type Spoilt = SpoilDto['spoil'] | null;

/** An identity provider that asks for no password: whoever opens its page chooses who he is. OpenID Connect, code flow with PKCE. */
@Controller()
export class IdentityController {
  private spoilt: Spoilt = null;

  constructor(
    private readonly address: PublicAddress,
    private readonly people: People,
    private readonly grants: Grants,
  ) {}

  @Get('oidc/.well-known/openid-configuration')
  discovery(): object {
    const issuer = this.issuer;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['none', 'client_secret_post'],
      code_challenge_methods_supported: ['S256'],
    };
  }

  @Get('oidc/jwks')
  jwks(): object {
    return { keys: [publicJwk()] };
  }

  @Get('oidc/authorize')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  choose(@Query() asked: AuthorizeDto): string {
    const hidden = Object.entries(asked)
      .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(String(value))}">`)
      .join('');
    const rows = this.people
      .list()
      .filter(({ blocked }) => !blocked)
      .map(
        ({ sub, name, email, roles }) =>
          `<tr><td><button name="person" value="${escapeHtml(sub)}">${escapeHtml(name)}</button></td><td>${escapeHtml(email)}</td><td>${escapeHtml(roles.join(', '))}</td></tr>`,
      );
    return page(
      'Who are you?',
      `<form method="post" action="/oidc/authorize">${hidden}<table>${rows.join('')}</table></form>`,
    );
  }

  @Post('oidc/authorize')
  chosen(@Body() asked: ChosenDto, @Res() response: Response): void {
    const person = this.people.find(asked.person);
    const back = new URL(asked.redirect_uri);
    back.searchParams.set('state', asked.state);
    if (!person || person.blocked) back.searchParams.set('error', 'access_denied');
    else {
      const { client_id: clientId, redirect_uri: redirectUri, nonce, code_challenge: challenge } = asked;
      const authenticatedAt = Math.floor(Date.now() / 1_000);
      const code = this.grants.code({ sub: person.sub, clientId, redirectUri, nonce, challenge, authenticatedAt });
      back.searchParams.set('code', code);
    }
    response.redirect(303, back.href);
  }

  @Post('oidc/token')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  token(@Body() form: TokenDto, @Res() response: Response): void {
    const { grant_type: kind, client_id: clientId, code = '', redirect_uri: redirectUri = '' } = form;
    const asked =
      kind === 'authorization_code'
        ? this.grants.redeem(code, { clientId, redirectUri, verifier: form.code_verifier ?? '' })
        : this.grants.useRefresh(form.refresh_token ?? '', clientId);
    const person = asked && this.people.find(asked.sub);
    if (!asked || !person || person.blocked) {
      response.status(400).json({ error: 'invalid_grant' });
      return;
    }
    response.json(
      this.tokensFor(person, { sub: asked.sub, clientId, authenticatedAt: asked.authenticatedAt }, asked.nonce),
    );
  }

  @Get('oidc/userinfo')
  userInfo(@Headers('authorization') authorization: string | undefined, @Res() response: Response): void {
    const sub = this.grants.ofAccess(authorization?.replace(/^Bearer /i, '') ?? '');
    const person = sub === undefined ? undefined : this.people.find(sub);
    if (!person || person.blocked) response.status(401).json({ error: 'invalid_token' });
    else response.json(claimsOf(person));
  }

  @Get('_control/people')
  list(): { items: readonly Person[] } {
    return { items: this.people.list() };
  }

  @Post('_control/people/:sub')
  @HttpCode(204)
  put(@Param('sub') sub: string, @Body() changes: PersonDto): void {
    const known = this.people.find(sub);
    this.people.put({
      sub,
      email: changes.email ?? known?.email ?? `${sub}@demo.test`,
      emailVerified: changes.emailVerified ?? known?.emailVerified ?? true,
      name: changes.name ?? known?.name ?? sub,
      roles: changes.roles ?? known?.roles ?? [],
      blocked: changes.blocked ?? known?.blocked ?? false,
    });
  }

  @Post('_control/identity')
  @HttpCode(204)
  spoil(@Body() { spoil }: SpoilDto): void {
    this.spoilt = spoil;
  }

  private get issuer(): string {
    return `${this.address.url}/oidc`;
  }

  private tokensFor(person: Person, of: Refreshable, nonce: string | undefined): object {
    const spoilt = this.spoilt;
    this.spoilt = null;
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: spoilt === 'issuer' ? 'https://elsewhere.test' : this.issuer,
      aud: spoilt === 'audience' ? 'somebody-else' : of.clientId,
      iat: now - (spoilt === 'expired' ? 2 * TOKEN_LASTS_S : 0),
      exp: now + (spoilt === 'expired' ? -TOKEN_LASTS_S : TOKEN_LASTS_S),
      auth_time: of.authenticatedAt,
      ...(nonce !== undefined && { nonce: spoilt === 'nonce' ? 'another' : nonce }),
      ...claimsOf(person),
    };
    return {
      access_token: this.grants.accessToken(person.sub),
      token_type: 'Bearer',
      expires_in: TOKEN_LASTS_S,
      refresh_token: this.grants.refreshToken(of),
      id_token: idToken(claims, spoilt === 'signature' || spoilt === 'none' ? spoilt : null),
    };
  }
}

const claimsOf = ({ sub, email, emailVerified, name, roles }: Person): object => ({
  ...{ sub, email, name, roles },
  email_verified: emailVerified,
});

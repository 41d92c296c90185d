import { IdentityProvider, type BegunSignIn } from '../../../apps/api/src/access/identity-provider';
import { goodEnv } from '../../../apps/api/src/env.builder';
import { RefundError } from '@zikui/domain';
import { startSandbox, type StartedSandbox } from '../sandbox/started-sandbox';

let sandbox: StartedSandbox;
let provider: IdentityProvider;
beforeAll(async () => {
  sandbox = await startSandbox();
  provider = providerAt(`${sandbox.url}/oidc`);
});
afterAll(() => sandbox.stop());

const providerAt = (issuer: string): IdentityProvider =>
  new IdentityProvider(
    goodEnv({ PUBLIC_URL: 'http://127.0.0.1:3000', OIDC_ISSUER_URL: issuer, OIDC_CLIENT_ID: 'zikui' }),
  );

/** Begins, and chooses a person on the provider's page. Gives what the browser comes back with. */
async function chosen(sub: string): Promise<Readonly<{ query: string; begun: BegunSignIn }>> {
  const { url, begun } = await provider.begin(false);
  const form = new URLSearchParams([...new URL(url).searchParams, ['person', sub]]);
  const answer = await fetch(`${sandbox.url}/oidc/authorize`, { method: 'POST', redirect: 'manual', body: form });
  return { query: new URL(answer.headers.get('location') ?? '').search, begun };
}
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof RefundError ? error.code : error),
  );

describe('an identity', () => {
  it('is proven by the code flow with PKCE, state and nonce', async () => {
    const { url } = await provider.begin(true);
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: 'http://127.0.0.1:3000/auth/callback',
      code_challenge_method: 'S256',
      prompt: 'login',
      state: expect.stringMatching(/.{20,}/) as string,
      nonce: expect.stringMatching(/.{20,}/) as string,
    });
    const { query, begun } = await chosen('fadi');
    expect(await provider.complete(query, begun)).toMatchObject({
      ...{ issuer: `${sandbox.url}/oidc`, subject: 'fadi', email: 'fadi@demo.test', roles: ['demo:finance'] },
      authenticatedAt: expect.any(String) as string,
    });
  });

  it('is renewed while the person is the provider’s, and refused afterwards', async () => {
    const { query, begun } = await chosen('omer');
    const { refreshToken } = await provider.complete(query, begun);
    const renewed = await provider.renew(refreshToken ?? '');
    expect(renewed.roles).toEqual(['demo:ops']);
    await sandbox.post('/_control/people/omer', { blocked: true });
    expect(await codeOf(provider.renew(renewed.refreshToken))).toBe('sign_in_refused');
    await sandbox.post('/_control/people/omer', { blocked: false });
  });

  it.each(['signature', 'none', 'nonce', 'audience', 'issuer', 'expired'])(
    'is refused when the ID token has a wrong %s',
    async (spoil) => {
      const { query, begun } = await chosen('fadi');
      await sandbox.post('/_control/identity', { spoil });
      expect(await codeOf(provider.complete(query, begun))).toBe('sign_in_refused');
    },
  );

  it('is refused for another state, verifier or code, and for a code that was used', async () => {
    const { query, begun } = await chosen('fadi');
    expect(await codeOf(provider.complete(query, { ...begun, state: 'x' }))).toBe('sign_in_refused');
    expect(await codeOf(provider.complete(query, { ...begun, verifier: 'x'.repeat(43) }))).toBe('sign_in_refused');
    expect(await codeOf(provider.complete(query, begun))).toBe('sign_in_refused');
  });

  it('is refused without a verified address, and when the person said no', async () => {
    await sandbox.post('/_control/people/rumour', { emailVerified: false });
    for (const sub of ['rumour', 'nobody']) {
      const { query, begun } = await chosen(sub);
      expect(await codeOf(provider.complete(query, begun))).toBe('sign_in_refused');
    }
  });

  it('cannot be asked for while the provider is away, and is asked for again afterwards', async () => {
    expect(await codeOf(providerAt('http://127.0.0.1:1/oidc').begin(false))).toBe('unavailable');
    const none = new IdentityProvider(goodEnv());
    expect(await codeOf(none.begin(false))).toBe('route_not_found');
  });
});

import type { StartedSandbox } from '../../unit/sandbox/started-sandbox';
import type { ApiServer, Reply } from './api-server';

/** A browser that follows redirects by hand, with its cookies. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly at: Readonly<{ api: ApiServer; sandbox: StartedSandbox; /** Its slug. */ merchant: string }>,
  ) {}

  get token(): string | undefined {
    return this.cookies.get('zikui');
  }

  async go(path: string): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, this.at.api.url), { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** Begins at the api, chooses a person at the provider, and gives the address that the browser is sent back to. */
  async choose(sub: string, query = `merchant=${this.at.merchant}`): Promise<URL> {
    const begun = await this.go(`/auth/sign-in?${query}`);
    const page = new URL(begun.headers.get('location') ?? '');
    const chosen = await fetch(`${this.at.sandbox.url}/oidc/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams([...page.searchParams, ['person', sub]]),
    });
    return new URL(chosen.headers.get('location') ?? '');
  }

  async signIn(sub: string, query?: string): Promise<Response> {
    const back = await this.choose(sub, query);
    return this.go(`${back.pathname}${back.search}`);
  }

  async me(): Promise<Reply> {
    return this.at.api.call('GET', '/v1/me', { headers: { cookie: `zikui=${this.token ?? ''}` } });
  }
}

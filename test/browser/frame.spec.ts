import { Shop } from '../e2e/client/shop';
import { startStack, type TestStack } from '../environment/stack';
import { axeFaults } from './axe';
import { Console, signIn } from './console';
import { brokenByLongerTexts } from './longer';
import { fit, TELEPHONE } from './targets';
import { TlsProxy } from './tls-proxy';

describe('the console', () => {
  let stack: TestStack;
  let console_: Console;
  beforeAll(async () => {
    stack = await startStack();
    console_ = await Console.on(stack);
  }, 90_000);
  afterAll(async () => {
    await console_.close();
    await stack.close();
  });

  it('is written in the language, direction and colours of its reader before any script runs', async () => {
    const asked = (headers: Record<string, string>): Promise<string> =>
      fetch(`${stack.api}/console/approvals`, { headers }).then((answer) => answer.text());
    expect(await asked({ 'accept-language': 'he-IL' })).toContain('<html lang="he" dir="rtl"');
    expect(await asked({ 'accept-language': 'he', cookie: 'zikui-language=en; zikui-scheme=dark' })).toContain(
      '<html lang="en" dir="ltr" data-mantine-color-scheme="dark"',
    );
    expect(await asked({ cookie: 'zikui-language="><script>' })).toContain('<html lang="en"');
  });

  it('allows styles by a nonce that no other answer has, and nothing from elsewhere', async () => {
    const [one, other] = await Promise.all([fetch(`${stack.api}/console`), fetch(`${stack.api}/console`)]);
    const nonceOf = ({ headers }: Response): string | undefined =>
      /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1];
    expect(nonceOf(one)).toMatch(/^[A-Za-z0-9+/=]{24}$/);
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    expect(await one.text()).toContain(`content="${nonceOf(one) ?? ''}"`);
    expect(one.headers.get('content-security-policy')).toContain(
      "default-src 'none';script-src 'self';style-src 'self' 'nonce-",
    );
  });

  it.each(['en', 'he'] as const)(
    'takes whoever has no session to sign in, and back to the same address, in %s',
    async (locale) => {
      const seat = await console_.seat({ locale });
      await seat.open('/approvals?view=due');
      expect(await axeFaults(seat.page)).toEqual([]);
      await seat.picture(`sign-in-${locale}-light`);
      const way = await seat.page.locator('main a').first().getAttribute('href');
      expect(way).toBe('/auth/sign-in?returnTo=%2Fconsole%2Fapprovals%3Fview%3Ddue');
      expect(seat.faults()).toEqual([]);
      await seat.leave();
    },
  );

  it('shows each person what his roles may open, and names the right that is missing elsewhere', async () => {
    const seat = await console_.signedIn('omer');
    expect(await seat.page.locator('nav a').allInnerTexts()).not.toContain('Approvals');
    await seat.open('/approvals');
    await seat.page.locator('main').getByText('refund.decide').first().waitFor();
    await seat.picture('forbidden-en-light');
    expect(seat.faults()).toEqual([]);
    await seat.leave();
  });

  it('changes language and colours in place, and keeps both', async () => {
    const seat = await console_.signedIn('lior');
    const { page } = seat;
    await page.getByRole('button', { name: 'עברית' }).click();
    await page.getByRole('link', { name: 'אישורים' }).first().waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.getByRole('button', { name: 'צבעים כהים' }).click();
    await page.reload();
    await page.getByRole('link', { name: 'אישורים' }).first().waitFor();
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    expect(await axeFaults(page)).toEqual([]);
    expect(seat.faults()).toEqual([]);
    await seat.leave();
  });

  it('is worked by keyboard: the first Tab skips to the content, Ctrl+K finds a command, ? lists the keys', async () => {
    const seat = await console_.signedIn('lior');
    const { page } = seat;
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content');
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('combobox').fill('appr');
    await seat.picture('palette-en-light');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/console\/approvals/);
    await page.keyboard.press('Shift+Slash');
    const keys = page.getByRole('dialog');
    await keys.waitFor();
    await seat.picture('keys-en-light');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });
    expect(seat.faults()).toEqual([]);
    await seat.leave();
  });

  it('asks to sign in again when the session ends, and keeps what was typed', async () => {
    const seat = await console_.signedIn('sivan');
    const { page, context } = seat;
    await page.getByRole('searchbox').fill('half a word');
    await context.clearCookies();
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByRole('button', { name: 'Dark colours' }).focus();
    await page.getByRole('button', { name: 'עברית' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const [beside] = await Promise.all([context.waitForEvent('page'), dialog.getByRole('link').click()]);
    await beside.locator('button[name=person][value=sivan]').click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByRole('searchbox').inputValue()).toBe('half a word');
    await seat.leave();
  });

  it('loads no more than 250 kB of script and 45 kB of styles, packed, until its first screen stands', async () => {
    const seat = await console_.seat();
    const packed: Record<string, number> = { js: 0, css: 0 };
    seat.page.on('response', (response) => {
      const kind = /\/console\/assets\/.*\.(js|css)$/.exec(response.url())?.[1];
      if (kind !== undefined) packed[kind] = (packed[kind] ?? 0) + Number(response.headers()['content-length']);
    });
    await signIn(seat.page, 'lior', '/console');
    await seat.page.getByRole('navigation').waitFor();
    await seat.page.waitForLoadState('load');
    expect(packed['js']).toBeGreaterThan(50_000);
    expect(packed['js']).toBeLessThanOrEqual(250_000);
    expect(packed['css']).toBeLessThanOrEqual(45_000);
    await seat.leave();
  });

  it('fits a narrow screen without moving sideways', async () => {
    const seat = await console_.signedIn('lior', '/', { size: TELEPHONE, locale: 'he' });
    await fit(seat.page, TELEPHONE);
    await seat.leave();
  });

  it.each([320, 1280])('is broken by no text that is 40 % longer, at a width of %d', async (width) => {
    const seat = await console_.signedIn('lior', '/', { size: { width, height: 800 } });
    for (const place of ['/', '/approvals', '/refunds', '/desk/review']) {
      await seat.open(place);
      await seat.page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
      expect([place, await brokenByLongerTexts(seat.page)]).toEqual([place, []]);
    }
    await seat.leave();
  });

  it('signs in from its own button', async () => {
    const seat = await console_.seat();
    await seat.open('/');
    await seat.page.getByRole('link', { name: 'Sign in' }).click();
    await seat.page.locator('button[name=person][value=lior]').click();
    await seat.page.getByRole('navigation').waitFor();
    await signIn(seat.page, 'lior', '/console');
    await seat.leave();
  });

  describe('behind a proxy that ends TLS, as it is deployed', () => {
    const PROXY = '127.0.0.2';
    const FOREIGN = '203.0.113.66';
    let proxy: TlsProxy;
    let people: Console;
    beforeAll(async () => {
      proxy = await TlsProxy.before(stack.api, PROXY);
      await stack.stop('api');
      await stack.start('api', { PUBLIC_URL: proxy.url, TRUSTED_PROXIES: PROXY });
      people = await Console.on({ api: proxy.url });
    }, 60_000);
    afterAll(async () => {
      await people.close();
      await proxy.close();
    });

    it('signs people in over https alone, hears of news through it, and signs them out', async () => {
      const seat = await people.seat();
      const { page, context } = seat;
      await context.setExtraHTTPHeaders({ 'x-forwarded-for': FOREIGN });
      await signIn(page, 'lior', '/console/approvals?view=due');
      expect(page.url()).toBe(`${proxy.url}/console/approvals?view=due`);
      await page.getByRole('navigation').waitFor();
      const ours = (await context.cookies(proxy.url)).filter(({ httpOnly }) => httpOnly);
      expect(ours).toMatchObject([{ name: '__Host-zikui', secure: true, sameSite: 'Lax', path: '/' }]);
      // Nobody is believed but the proxy: not even about himself.
      const [session] = await stack.database.read((tx) =>
        tx.query<{ address: string }>(`SELECT address FROM staff_session ORDER BY signed_in_at DESC LIMIT 1`),
      );
      expect(session?.address).toBe('127.0.0.1');

      const heard = page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const stream = new EventSource('/v1/stream?topics=refunds');
            stream.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
            stream.onopen = () => document.documentElement.setAttribute('data-stream', 'open');
          }),
      );
      await page.locator('html[data-stream=open]').waitFor();
      const { refund } = await new Shop(stack, stack.merchants.demo).ask();
      expect(JSON.parse(await heard)).toMatchObject({ topic: 'refunds', id: refund.id });

      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('link', { name: 'Sign in' }).waitFor();
      expect((await context.cookies(proxy.url)).filter(({ httpOnly }) => httpOnly)).toEqual([]);
      expect(seat.faults()).toEqual([]);
      await seat.leave();
    });

    it('believes no address that somebody else forwards: who tries keys is counted where he is', async () => {
      const headers = { 'x-forwarded-for': FOREIGN, authorization: 'Bearer zk_test_aaaaaaaa_nobody' };
      const seat = await people.seat();
      expect((await seat.context.request.get(`${proxy.url}/v1/refunds`, { headers })).status()).toBe(401);
      expect((await fetch(`${stack.api}/v1/refunds`, { headers })).status).toBe(401);
      const counted = await stack.database.read((tx) =>
        tx.query<{ address: string; count: number }>(`SELECT address, count FROM access_failure`),
      );
      expect(counted).toEqual([{ address: '127.0.0.1', count: 2 }]);
      await seat.leave();
    });
  });
});

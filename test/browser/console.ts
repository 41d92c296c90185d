import path from 'node:path';
import type { Locale } from '@zikui/domain';
import type { Browser, BrowserContext, Cookie, Page } from 'playwright-core';
import { REPOSITORY } from '../../tools/local-stack/folders';
import type { TestStack } from '../environment/stack';
import { startChromium } from './chromium';
import { watch } from './watched-page';

/** Somebody of the sandbox's identity provider, who works at the demo shop. */
export type PersonName = 'sivan' | 'lior' | 'maya' | 'carmel' | 'fadi' | 'faina' | 'omer' | 'aviv' | 'waleed' | 'adam';
export type Look = Readonly<{
  locale?: Locale;
  scheme?: 'light' | 'dark';
  size?: Readonly<{ width: number; height: number }>;
}>;
export type Seat = Readonly<{
  page: Page;
  context: BrowserContext;
  /** Opens a place of the console and waits for its heading. */ open: (path: string) => Promise<void>;
  /** What the page did that it must not. */ faults: () => readonly string[];
  /** Keeps the page as it looks, for the gallery that people look through; outside of `npm run screenshots` nothing. */
  picture: (name: string) => Promise<void>;
  leave: () => Promise<void>;
}>;

/** The cookie of a session over plain http. */
const SESSION = 'zikui';

/** People at their browsers, each with cookies of his own. */
export class Console {
  /** Sessions that the provider's page opened: people who come again still have theirs. */
  private readonly sessions = new Map<PersonName, Cookie>();

  private constructor(
    private readonly stack: Pick<TestStack, 'api'>,
    private readonly browser: Browser,
  ) {}

  static async on(stack: Pick<TestStack, 'api'>): Promise<Console> {
    return new Console(stack, await startChromium());
  }

  /** A browser in which nobody signed in. */
  async seat({ locale = 'en', scheme = 'light', size = { width: 1280, height: 800 } }: Look = {}): Promise<Seat> {
    const context = await this.browser.newContext({
      viewport: size,
      locale: locale === 'he' ? 'he-IL' : 'en-GB',
      colorScheme: scheme,
      reducedMotion: 'reduce',
      baseURL: this.stack.api,
      // A proxy of tests signs for itself.
      ignoreHTTPSErrors: true,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const faults = await watch(page, this.stack.api);
    const open = async (path: string): Promise<void> => {
      await page.goto(`/console${path}`);
      await page.locator('h1').first().waitFor({ state: 'attached' });
    };
    const picture = (name: string): Promise<void> => keepPicture(page, name);
    return { page, context, open, faults, picture, leave: () => context.close() };
  }

  /** The same, signed in, at the place that was asked for: by the provider's page, or by a session that still holds. */
  async signedIn(person: PersonName, place = '/', look: Look = {}): Promise<Seat> {
    const seat = await this.seat(look);
    if (await this.hasSession(person, seat)) await seat.page.goto(`/console${place}`);
    else await signIn(seat.page, person, `/console${place}`);
    await seat.page.locator('main h1').first().waitFor({ state: 'attached' });
    const session = (await seat.context.cookies(this.stack.api)).find(({ name }) => name === SESSION);
    if (session) this.sessions.set(person, session);
    return seat;
  }

  private async hasSession(person: PersonName, { context }: Seat): Promise<boolean> {
    const session = this.sessions.get(person);
    if (!session) return false;
    await context.addCookies([session]);
    if ((await context.request.get('/v1/me')).ok()) return true;
    await context.clearCookies();
    return false;
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['ZIKUI_SCREENSHOTS'];
  if (folder === undefined) return;
  await page.screenshot({ path: path.join(REPOSITORY, folder, `${name}.png`), fullPage: true });
}

/** Goes to the identity provider, says who he is, and comes back. */
export async function signIn(page: Page, person: PersonName, returnTo: string): Promise<void> {
  await page.goto(`/auth/sign-in?${new URLSearchParams({ returnTo }).toString()}`);
  await page.locator(`button[name=person][value=${person}]`).click();
  await page.waitForURL(({ pathname }) => pathname.startsWith('/console'));
}

/** Presses a key as a Hebrew keyboard does: the place is the same, the letter another one. */
export async function pressPlace(page: Page, code: string, key: string): Promise<void> {
  await page.evaluate(
    ([pressed, letter]) => {
      const target = document.activeElement ?? document.body;
      for (const kind of ['keydown', 'keyup'])
        target.dispatchEvent(
          new KeyboardEvent(kind, { code: pressed ?? '', key: letter ?? '', bubbles: true, cancelable: true }),
        );
    },
    [code, key],
  );
}

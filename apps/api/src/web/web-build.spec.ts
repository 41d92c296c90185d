import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readEnv } from '../env';
import { GOOD_SETTINGS } from '../env.builder';
import { consolePage } from './console-page';
import { contentPolicyWith } from './content-policy';
import { lookOf } from './look';
import { WebBuild } from './web-build';

describe('the built console', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'zikui-web-'));
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'console.html'), '<html lang="%lang%"><title>Zikui</title>');
    writeFileSync(path.join(folder, 'assets', 'main-1.js'), 'export {};');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const built = (): WebBuild => new WebBuild(readEnv({ ...GOOD_SETTINGS, WEB_BUILD: folder }));

  it('gives its files, plain and packed', async () => {
    const asset = await built().asset('assets/main-1.js');
    expect(asset).toMatchObject({ type: 'text/javascript; charset=utf-8', plain: Buffer.from('export {};') });
    expect(gunzipSync(asset?.gzip ?? '').toString()).toBe('export {};');
  });

  it.each(['assets/none.js', '../package.json', 'assets/../console.html', 'console.html', '/etc/passwd', ''])(
    'gives nothing for %p',
    async (name) => expect(await built().asset(name)).toBeUndefined(),
  );

  it('is not there where nothing was built', () => {
    const web = new WebBuild(readEnv({ ...GOOD_SETTINGS, WEB_BUILD: path.join(folder, 'none') }));
    expect([web.consolePage, web.fonts]).toEqual([undefined, []]);
  });
});

describe('the page of the console', () => {
  it('begins in the language of the cookie, else of the browser, and in no other scheme than ours', () => {
    expect(lookOf({ headers: { cookie: 'a=b; zikui-language=he; zikui-scheme=dark' } })).toEqual({
      locale: 'he',
      scheme: 'dark',
    });
    expect(lookOf({ headers: { 'accept-language': 'he' } })).toEqual({ locale: 'he', scheme: 'auto' });
    expect(lookOf({ headers: { cookie: 'zikui-language="><b>; zikui-scheme=x' } })).toEqual({
      locale: 'en',
      scheme: 'auto',
    });
  });

  it('has direction, nonce and fonts filled in', () => {
    const template = '<html lang="%lang%" dir="%dir%" data-mantine-color-scheme="%scheme%"><meta content="%nonce%"><title>Zikui</title>';
    const page = consolePage({ template, look: { locale: 'he', scheme: 'dark' }, nonce: 'n+1', fonts: ['assets/f.woff2'] });
    expect(page).toContain('<html lang="he" dir="rtl" data-mantine-color-scheme="dark"><meta content="n+1">');
    expect(page).toContain('href="/console/assets/f.woff2"');
  });

  it('allows styles by its nonce, and no script that is not ours', () => {
    expect(contentPolicyWith('abc')).toContain("script-src 'self';style-src 'self' 'nonce-abc';");
  });
});

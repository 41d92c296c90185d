import type { Locale } from '@zikui/domain';
import type { Page } from 'playwright-core';
import { axeFaults } from './axe';
import { pressPlace, type Seat } from './console';
import { smallTargets } from './targets';

const LIST = /\/v1\/approvals\?/;
const BROKEN = { code: 'internal_error', status: 500, title: 'Internal error', detail: 'Something broke on our side.' };
const FORBIDDEN = {
  ...{ code: 'permission_missing', status: 403, title: 'Forbidden', detail: 'You may not.' },
  values: { permission: 'refund.decide' },
};

/** The frame and the inbox in every state besides being full, and with each dialog and line open: no rule is broken, and nothing is too small. */
export async function tourOfStates(
  { page, context, open, picture }: Seat,
  locale: Locale,
  refundId: string,
): Promise<void> {
  const looks = async (state: string): Promise<void> => {
    expect([state, await axeFaults(page), await smallTargets(page)]).toEqual([state, [], []]);
    await picture(`state-${state}-${locale}`);
  };
  const answering = async (problem: Readonly<{ status: number }>, state: string): Promise<void> => {
    await page.route(LIST, (route) => route.fulfill({ status: problem.status, json: problem }));
    await open('/approvals');
    await page
      .locator(state === 'error' ? 'main [role=alert]' : 'main h2')
      .first()
      .waitFor();
    await looks(state);
    await page.unroute(LIST);
  };
  await page.route(LIST, () => undefined);
  await open('/approvals');
  await page.locator('main [aria-busy=true] div').first().waitFor();
  await looks('loading');
  await page.unroute(LIST);
  await answering(BROKEN, 'error');
  await answering(FORBIDDEN, 'forbidden');
  await open('/approvals?view=delegated');
  await page.locator('main h2').first().waitFor();
  await looks('empty');

  await open(`/approvals/${refundId}/1`);
  await page.locator('main h2').first().waitFor();
  await page.keyboard.press('Control+KeyK');
  await page.getByRole('combobox').waitFor();
  await looks('palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Slash');
  await page.getByRole('dialog').waitFor();
  await looks('keys');
  await page.keyboard.press('Escape');
  for (const [code, state] of [
    ['KeyR', 'reject'],
    ['KeyN', 'ask'],
  ] as const) {
    await press(page, locale, code);
    await page.getByRole('group').waitFor();
    await looks(state);
    await page.keyboard.press('Escape');
    await page.getByRole('group').waitFor({ state: 'detached' });
  }
  await press(page, locale, 'KeyX');
  await page.locator('section > div > button').first().click();
  await page.getByRole('group').waitFor();
  await looks('together');
  await page.keyboard.press('Escape');

  await press(page, locale, 'KeyA');
  await page.getByRole('group').waitFor();
  await context.clearCookies();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
  await looks('sign-in-again');
}

const LETTERS = { KeyA: 'ש', KeyR: 'ר', KeyN: 'מ', KeyX: 'ס' } as const;
const press = (page: Page, locale: Locale, code: keyof typeof LETTERS): Promise<void> =>
  locale === 'en' ? page.keyboard.press(code) : pressPlace(page, code, LETTERS[code]);

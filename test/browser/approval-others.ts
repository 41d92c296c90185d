import { uuidOf } from '@zikui/domain';
import type { ShownRefund } from '../e2e/client/merchant.client';
import type { Desk } from './approval-faults';
import { axeFaults } from './axe';
import { pressPlace } from './console';
import { LOOKS } from './looks';
import { smallTargets } from './targets';

const WORDS = {
  he: {
    empty: 'אין אישורים שמחכים לך',
    others: 'להיום אצל אחרים',
    who: 'מי יכול:',
    erased: /הפרטים האישיים נמחקו/,
  },
  en: {
    empty: 'Nothing waits for you',
    others: 'Due today with others',
    who: 'Who can:',
    erased: /personal data erased/,
  },
} as const;

/** What stands there where a person has nothing to decide, and where there is nobody any more to decide about. */
export function withOthersAndErased(desk: () => Pick<Desk, 'stack' | 'people' | 'waiting'>): void {
  let refund: ShownRefund;
  beforeAll(async () => {
    refund = await desk().waiting();
  });

  it.each(LOOKS)(
    'to whoever has nothing to decide: what is due today with others, and who can, in $locale and $scheme',
    async (look) => {
      const { id } = refund;
      const isDue = `UPDATE approval_step SET due_at = now(), escalate_to = NULL WHERE refund_id = $1 AND status = 'open'`;
      await desk().stack.database.write((tx) => tx.query(isDue, [uuidOf('refund', id)]));
      const { page, picture, faults, leave } = await desk().people.signedIn('fadi', '/approvals', look);
      const words = WORDS[look.locale];
      await page.getByRole('heading', { name: words.empty }).waitFor();
      await page.getByRole('heading', { name: words.others }).waitFor();
      expect([await axeFaults(page), await smallTargets(page)]).toEqual([[], []]);
      await picture(`approvals-others-${look.locale}-${look.scheme}`);
      await page.locator(`main a[href*="${id}/1"]`).click();
      await page.getByText(words.who).waitFor();
      expect(faults()).toEqual([]);
      await leave();
    },
  );

  it.each(['he', 'en'] as const)(
    'with a customer who was erased, there and on the whole refund, in %s',
    async (locale) => {
      const erase = `UPDATE customer c SET data_key = NULL, personal = NULL FROM refund r WHERE c.id = r.customer_id AND r.id = $1`;
      await desk().stack.database.write((tx) => tx.query(erase, [uuidOf('refund', refund.id)]));
      const { page, faults, picture, leave } = await desk().people.signedIn('lior', `/approvals/${refund.id}/1`, {
        locale,
      });
      const erased = page.getByText(WORDS[locale].erased);
      await erased.waitFor();
      await page.getByText('Stripe').first().waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await picture(`approvals-erased-${locale}`);
      if (locale === 'en') await page.keyboard.press('KeyO');
      else await pressPlace(page, 'KeyO', 'ם');
      // The screen before it stays until the new one is loaded.
      await page.locator('button[aria-keyshortcuts=A]').waitFor({ state: 'detached' });
      await page.locator('main h1').waitFor();
      await erased.waitFor();
      expect(page.url()).toContain(`/refunds/${refund.id}`);
      expect([await axeFaults(page), faults()]).toEqual([[], []]);
      await leave();
    },
  );
}

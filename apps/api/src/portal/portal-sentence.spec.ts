import { formatMoney, money } from '@zikui/domain';
import { amount, code, plain, sentence, wordsIsolated } from './portal-sentence';

describe('a sentence of the page', () => {
  it('isolates its values and escapes them and itself', () => {
    const text = { he: 'עד {date} & {who}', en: 'until {date} & {who}' };
    const values = { date: code('2026-11-29'), who: code('<b>"x"</b>') };
    expect(sentence(text, 'en', values).toString()).toBe(
      'until <bdi dir="ltr">2026-11-29</bdi> &amp; <bdi dir="ltr">&lt;b&gt;&quot;x&quot;&lt;/b&gt;</bdi>',
    );
  });

  it('is the same words where no page is', () => {
    const text = { he: '', en: `until {date} & "{who}" &lt; it's \`=` };
    const values = { date: code('2026-11-29'), who: code('<b>&amp;</b>') };
    expect(plain(sentence(text, 'en', values))).toBe(`until 2026-11-29 & "<b>&amp;</b>" &lt; it's \`=`);
  });

  it('is not shown with a gap', () =>
    expect(() => sentence({ he: '{amount}', en: '{amount}' }, 'he')).toThrow('the page has no amount'));

  it('writes amounts as the domain writes them', () =>
    expect(amount(money(-1_750, 'ILS'), 'he').toString()).toBe(
      `<bdi>${formatMoney(money(-1_750, 'ILS'), 'he')}</bdi>`,
    ));
});

describe('a text that was written elsewhere', () => {
  const bare = (text: string): string =>
    wordsIsolated(text)
      .toString()
      .replace(/<bdi>[^<]*<\/bdi>/g, '');

  it.each([
    `התקבלה בקשה להחזר של ${formatMoney(money(12_345, 'ILS'), 'he')}.`,
    'החבילה RR123456789IL (EZ-1) נסרקה ב־18.11.2026 09:00.',
    'A fee of 5%, at most $100.00; order A-1042: done.',
    'items ₪350.00 less a fee of ₪17.50: ₪332.50.',
  ])('keeps no number outside of an isolate: %s', (text) => {
    expect(bare(text)).not.toMatch(/\d|[₪$%]/);
    expect(
      wordsIsolated(text)
        .toString()
        .replace(/<[^>]+>/g, ''),
    ).toBe(text);
  });

  it('is escaped', () => expect(wordsIsolated('<i>1</i> & 2').toString()).not.toContain('<i>'));
});

import { formatMoney, MESSAGE_KINDS, type Locale, type MessageKind } from '@zikui/domain';
import { messageContent } from './message-content.builder';
import { keptWords, writeMessage } from './write-message';

const LOCALES: readonly Locale[] = ['he', 'en'];
const EVERY = MESSAGE_KINDS.flatMap((kind) => LOCALES.map((locale) => [kind, locale] as const));
const NOTHING_ELSE = {
  transfers: [],
  reasonText: null,
  creditNoteNumber: null,
  labelUrl: null,
  trackingCode: null,
  dueOn: null,
  creditExpiresOn: null,
  portalUrl: null,
  to: { name: null, address: 'dana@example.com' },
};
const readable = (html: string): string =>
  html
    .replace(/<\/?bdi[^>]*>/g, '')
    .replace(/<style[\s\S]*?<\/style>|<head[\s\S]*?<\/head>|<[^>]+>/g, ' ')
    .replace(/&[a-z#0-9]+;/gi, ' ')
    .replace(/\s+/g, ' ');
const plain = (text: string): string => text.replace(/[\u200e\u200f\u2066-\u2069]/g, '');

describe.each(EVERY)('the message %s in %s', (kind, locale) => {
  const written = writeMessage(messageContent({ kind, locale }));

  it('says in subject, HTML and text which sale it is about', () => {
    for (const part of [written.subject, written.html, written.text]) expect(part).toContain('ORD-1001');
  });

  it('is whole, also when it knows little', () => {
    const little = writeMessage(messageContent({ kind, locale, ...NOTHING_ELSE }));
    for (const { subject, html, text } of [written, little])
      for (const part of [subject, readable(html), text]) {
        expect(part).not.toMatch(/undefined|null|NaN|\[object|\{\{|\}\}/);
        expect(part).not.toMatch(/ {2,}\S|\s[.,:](\s|$)/);
      }
  });

  it('has the direction of its language on every block', () => {
    const dir = locale === 'he' ? 'rtl' : 'ltr';
    const blocks = written.html.match(/<(html|table|td)\b[^>]*>/g) ?? [];
    const directed = blocks.filter((block) => !block.includes('align="center"') && !block.startsWith('<td style'));
    expect(directed.length).toBeGreaterThan(5);
    for (const block of directed) expect(block).toContain(`dir="${dir}"`);
    expect(written.html).toContain(`lang="${locale}"`);
  });

  it('isolates every id and amount', () => {
    const bare = written.html.replace(/<bdi[^>]*>[\s\S]*?<\/bdi>/g, '').replace(/<title>.*<\/title>|href="[^"]*"/g, '');
    expect(bare).not.toMatch(/ORD-1001|rf_0192|re_abc|ZK-17|EZ0000|123|4242/);
    const open = written.text.replace(/[\u2066\u2068][^\u2069]*\u2069/g, '').replace(/https?:\S+/g, '');
    expect(open).not.toMatch(/ORD-1001|rf_0192|re_abc|ZK-17|EZ0000|123|4242/);
    expect((written.text.match(/[\u2066\u2068]/g) ?? []).length).toBe((written.text.match(/\u2069/g) ?? []).length);
  });

  it('is marked as a test where it is one, and only there', () => {
    expect(plain(written.subject)).toMatch(/^\[TEST\] /);
    expect(written.html).toContain('TEST');
    expect(written.text).toContain('TEST');
    const live = writeMessage(messageContent({ kind, locale, test: false }));
    expect(live.subject + live.html + live.text).not.toContain('TEST');
  });

  it('links to the page of the refund, to a label where one is due, and only to the web', () => {
    const links = (html: string): number => html.split('href=').length - 1;
    const page = 'https://refunds.example.com/portal/r/abc_DEF-1';
    expect(links(written.html)).toBe(kind === 'return_instructions' ? 2 : 1);
    for (const part of [written.html, written.text]) expect(part).toContain(page);
    expect(links(writeMessage(messageContent({ kind, locale, portalUrl: null, labelUrl: null })).html)).toBe(0);
    const odd = { labelUrl: 'javascript:alert(1)', portalUrl: 'javascript:alert(2)' };
    const { html, text } = writeMessage(messageContent({ kind, locale, ...odd }));
    expect(html + text).not.toContain('javascript');
  });
});

describe('what is kept of a message', () => {
  it.each(EVERY)('%s in %s is what it said, with a mark where the link of the customer stood', (kind, locale) => {
    const content = messageContent({ kind, locale });
    const written = writeMessage(content);
    const { subject, text } = keptWords(written, content);
    expect(subject).toBe(written.subject);
    expect(text).not.toMatch(/portal|abc_DEF/);
    const [before = '', after = '', ...more] = text.split(/\u200f?\[[^\]]*\]/).filter((part) => part !== '');
    expect(more).toEqual([]);
    expect(written.text).toBe(`${before}${content.portalUrl ?? ''}${after}`);
  });

  it('is all of it where it carries no link', () => {
    const content = messageContent({ portalUrl: null });
    const { subject, text } = writeMessage(content);
    expect(keptWords(writeMessage(content), content)).toEqual({ subject, text });
  });
});

describe('what a message never says', () => {
  const words = (kind: MessageKind, locale: Locale): string => {
    const { subject, html, text } = writeMessage(messageContent({ kind, locale, test: false }));
    return `${subject} ${readable(html)} ${text}`;
  };
  it.each<[MessageKind, RegExp, RegExp]>([
    ['refund_received', /approved|paid back|on its way|is sent/i, /אושר|הוחזר|יצא לדרך|יישלח/],
    ['refund_approved', /paid back|has been sent|in your account/i, /הוחזר |הועבר|בחשבונך/],
    ['refund_sent', /in your account|will arrive on/i, /בחשבונך|יגיע ב/],
    ['goods_received', /refunded|paid back/i, /הוחזר /],
    ['refund_delayed', /error|fault|stripe|gateway|in_doubt/i, /שגיאה|תקלה|אשמ/],
    ['return_instructions', /right ends|lose your right|no longer/i, /הזכות פוקעת|תאבד/],
    ['credit_issued', /only option|instead of money/i, /האפשרות היחידה|במקום כסף/],
    ['question_asked', /must answer|or else|rejected/i, /חובה|תידחה/],
    ['link_asked', /123\.45|approved|paid/i, /123\.45|אושר|שולם/],
  ])('%s', (kind, english, hebrew) => {
    expect(words(kind, 'en')).not.toMatch(english);
    expect(words(kind, 'he')).not.toMatch(hebrew);
  });

  it('a refusal gives its reason in words and how to object, and no code', () => {
    for (const kind of ['refund_rejected', 'refund_expired', 'refund_cancelled'] as const) {
      const { text } = writeMessage(messageContent({ kind, locale: 'en', reasonText: 'The return period is over' }));
      expect(text).toContain('The return period is over');
      expect(text).toContain('reply to this message');
      expect(text).not.toContain(kind);
    }
  });

  it('what was asked to be kept back keeps no amount that could be taken for money', () => {
    const { text } = writeMessage(messageContent({ kind: 'refund_rejected', locale: 'en' }));
    expect(text).not.toContain('123.45');
  });
});

describe('values that people typed', () => {
  const hostile = '<script>alert(1)</script> & "x"\r\nBcc: all@example.com \u202egnp.exe \u2069{{constructor}}';
  const written = writeMessage(
    messageContent({
      locale: 'en',
      merchantName: hostile,
      saleRef: hostile,
      to: { name: hostile, address: 'a@example.com' },
    }),
  );

  it('never become markup, templates or headers', () => {
    expect(written.html).not.toContain('<script');
    expect(written.html).toContain('&lt;script&gt;');
    expect(written.html).toContain('{{constructor}}');
    expect(written.subject).not.toMatch(/[\r\n]/);
  });

  it('cannot leave their isolate or turn the sentence round', () => {
    expect(written.text).not.toContain('\u202e');
    expect((written.text.match(/\u2068|\u2066/g) ?? []).length).toBe((written.text.match(/\u2069/g) ?? []).length);
  });
});

describe('amounts and dates', () => {
  it.each<[Locale, string, number]>([
    ['he', 'ILS', 12_345],
    ['en', 'USD', 100],
    ['he', 'JPY', 500],
    ['en', 'KWD', 12_340],
  ])('%s %s %i is written as the domain writes it', (locale, currency, amount) => {
    const payout = { amount, currency };
    const { html, text } = writeMessage(messageContent({ locale, payout }));
    for (const part of [html, text]) expect(part).toContain(formatMoney(payout, locale));
  });

  it('a date is written with the name of its month, on its own day in every zone', () => {
    const content = messageContent({ kind: 'return_instructions', dueOn: '2026-11-04' });
    expect(writeMessage({ ...content, locale: 'he' }).text).toContain('4 בנובמבר 2026');
    expect(writeMessage({ ...content, locale: 'en' }).text).toContain('4 November 2026');
  });
});

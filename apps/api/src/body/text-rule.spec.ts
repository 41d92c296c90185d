import { emailBreach, phoneBreach, refBreach, textBreach } from './text-rule';

const name = { max: 120, marks: true };
const note = { max: 2_000, marks: true, lines: true };
const ruleOf = (breach: { rule: string } | null): string | undefined => breach?.rule;

describe('a text', () => {
  it.each(['דנה כהן', 'Dana O’Neil', 'Ω', '👩‍🚀', 'ד"ר \u200fלוי'])('%j is a name', (text) =>
    expect(textBreach(text, name)).toBeNull(),
  );

  it.each([
    ['', 'text_length'],
    ['x'.repeat(121), 'text_length'],
    ['א'.repeat(121), 'text_length'],
    ['x\u0000', 'text_characters'],
    ['x\ny', 'text_characters'],
    ['x\u007f', 'text_characters'],
    ['x\u009b', 'text_characters'],
    ['x\ud800', 'text_characters'],
    ['\ue000', 'text_characters'],
    ['\u0378', 'text_characters'],
    ['\uffff', 'text_characters'],
    ['x\u202e', 'text_direction'],
    ['x\u2067', 'text_direction'],
    ['x\u061c', 'text_direction'],
    ['e\u0301', 'text_not_composed'],
    ['4111 1111 1111 1111', 'card_number'],
    [5, 'text'],
    [null, 'text'],
    [{}, 'text'],
    [['x'], 'text'],
  ])('%j is no name: %s', (text, rule) => expect(ruleOf(textBreach(text, name))).toBe(rule));

  it('may have lines in a note, and no other control character', () => {
    expect(textBreach('a\nb', note)).toBeNull();
    expect(ruleOf(textBreach('a\rb', note))).toBe('text_characters');
    expect(ruleOf(textBreach('a\tb', note))).toBe('text_characters');
  });

  it('may hold no direction mark at all in a code', () =>
    expect(ruleOf(textBreach('x\u200f', { max: 64 }))).toBe('text_direction'));

  it('is bounded in characters and in bytes', () => {
    expect(textBreach('👍'.repeat(120), name)).toBeNull();
    expect(ruleOf(textBreach('👍'.repeat(121), name))).toBe('text_length');
  });
});

describe('a reference', () => {
  it.each(['a', 'ORD-2026.11:04_7', 'x'.repeat(64), '1234', 'ch_4111111111111111'])('%j is one', (ref) =>
    expect(refBreach(ref)).toBeNull(),
  );

  it.each([
    ['', 'ref'],
    ['x'.repeat(65), 'ref'],
    ['a b', 'ref'],
    ['a/b', 'ref'],
    ['../x', 'ref'],
    ['א', 'ref'],
    ['a\u200f', 'ref'],
    ['a\n', 'ref'],
    [7, 'text'],
    ['4111111111111111', 'card_number'],
    ['4111-1111-1111-1111', 'card_number'],
  ])('%j is none: %s', (ref, rule) => expect(ruleOf(refBreach(ref))).toBe(rule));
});

describe('an address', () => {
  it.each(['a@b.co', 'dana.cohen+x@mail.example.com', 'דנה@דואר.ישראל'])('%j takes mail', (mail) =>
    expect(emailBreach(mail)).toBeNull(),
  );

  it.each([
    'a',
    'a@b',
    'a@@b.co',
    'a b@c.de',
    '@b.co',
    'a@-b.co',
    'a@b..co',
    'a@b.co\r\nBcc: x@y.zz',
    '<a@b.co>',
    'a,b@c.de',
    `${'a'.repeat(65)}@b.co`,
  ])('%j takes none', (mail) => expect(emailBreach(mail)).not.toBeNull());

  it.each(['+972501234567', '03-1234567', '(03) 123 4567'])('%j rings', (phone) =>
    expect(phoneBreach(phone)).toBeNull(),
  );
  it.each(['12', 'call me', '+', '++1234567', '4111111111111111'])('%j does not', (phone) =>
    expect(phoneBreach(phone)).not.toBeNull(),
  );
});

import { readWords, wholeNumber, type WordsRefused } from './read-words';

const OPTIONS = {
  minutes: { type: 'string' },
  policy: { type: 'string', multiple: true },
  keep: { type: 'boolean' },
} as const;
const read = (line: string, positionals = false) =>
  readWords(line === '' ? [] : line.split(' '), { options: OPTIONS, positionals });

describe('the words of a command line', () => {
  it('are read by option', () => {
    expect(read('--minutes 5 --keep --policy a --policy=b')?.values).toEqual({
      ...{ minutes: '5', keep: true, policy: ['a', 'b'] },
    });
    expect(read('create --keep', true)?.positionals).toEqual(['create']);
    expect(read('')?.values).toEqual({});
  });

  it.each(['--help', '-h', '--nonsense --help', '--minutes --help'])('ask for help: %s', (line) =>
    expect(read(line)).toBeUndefined(),
  );

  it.each([
    ['--storms', "Unknown option '--storms'."],
    ['-x', "Unknown option '-x'."],
    ['--minutes', "Option '--minutes <value>' argument missing."],
    ['--minutes --keep', "Option '--minutes' argument is ambiguous."],
    ['--keep=yes', "Option '--keep' does not take an argument."],
    ['five', "Unexpected argument 'five'."],
    ['--minutes 5 --minutes 6', '--minutes is given twice.'],
  ])('are refused in one sentence: %s', (line, sentence) => {
    expect(() => read(line)).toThrow(
      expect.objectContaining({ name: 'WordsRefused', message: sentence }) as WordsRefused,
    );
  });
});

describe('a whole number in a command line', () => {
  const minutes = (text: string) => wholeNumber('--minutes', text, { least: 1, most: 60 });

  it('is taken within its bounds', () => expect([minutes('1'), minutes('060')]).toEqual([1, 60]));

  it.each(['', '0', '61', '-1', '1.5', '1e1', '0x10', ' 5', '5m', 'ten', '9'.repeat(400)])('is not %j', (text) =>
    expect(() => minutes(text)).toThrow('--minutes takes a whole number from 1 to 60.'),
  );
});

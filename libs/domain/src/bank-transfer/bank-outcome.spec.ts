import { BANK_OUTCOMES, readStated, statedText } from './bank-outcome';

describe('a line of a statement about a bank file', () => {
  it.each(
    BANK_OUTCOMES.flatMap((outcome) => [
      { outcome, statementRef: null },
      { outcome, statementRef: '2026-11-30:17' },
    ]),
  )('is read as it was written: %j', (stated) => expect(readStated(statedText(stated))).toEqual(stated));

  it.each(['', 'paid', 'settled a b', 'SETTLED', null, undefined, 7])('is nothing else: %j', (text) =>
    expect(readStated(text)).toBeUndefined(),
  );
});

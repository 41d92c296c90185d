import { PLANNED_ANEW, preparedStatement } from './prepared-statement';

describe('a prepared statement', () => {
  it('has one name for one text, whatever its values', () => {
    const first = preparedStatement('SELECT $1', [1]);
    expect(first).toEqual({ name: expect.stringMatching(/^[0-9a-f]{32}$/) as string, text: 'SELECT $1', values: [1] });
    expect(preparedStatement('SELECT $1', [2])?.name).toBe(first?.name);
    expect(preparedStatement('SELECT $1, 2', [2])?.name).not.toBe(first?.name);
  });

  it('is not made of a text that is to be planned for its values', () =>
    expect(preparedStatement(`${PLANNED_ANEW} SELECT $1`, [1])).toBeUndefined());

  it('is not made of ever new texts without end', () => {
    const made = Array.from({ length: 1_000 }, (_, no) => preparedStatement(`SELECT $1, ${String(no)}`, [1]));
    expect(made.filter((statement) => statement !== undefined).length).toBeLessThanOrEqual(250);
  });
});

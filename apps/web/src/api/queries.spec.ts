import { QueryObserver } from '@tanstack/react-query';
import { newQueryClient } from './queries';

describe('what was read', () => {
  /** A list that a page shows, each of whose answers the test gives when it likes. */
  function shown() {
    const queries = newQueryClient();
    const answers: ((data: string) => void)[] = [];
    const read = (): Promise<string> => new Promise((answer) => answers.push(answer));
    const list = new QueryObserver(queries, { queryKey: ['approvals', { view: 'mine' }], queryFn: read });
    const leave = list.subscribe(() => undefined);
    return { queries, answers, list, leave };
  }
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('is read once more when it changed while its first answer was on its way: that may be older than the change', async () => {
    const { queries, answers, list, leave } = shown();
    const told = [queries.invalidateQueries({ queryKey: ['approvals'] }), queries.invalidateQueries()];
    answers[0]?.('before the change');
    await settled();
    expect(answers).toHaveLength(2);
    answers[1]?.('behind the change');
    await Promise.all(told);
    expect(list.getCurrentResult()).toMatchObject({ data: 'behind the change', isStale: false });
    leave();
  });

  it('is read once when nothing changed meanwhile, or something else did', async () => {
    const { queries, answers, list, leave } = shown();
    await queries.invalidateQueries({ queryKey: ['reviews'] });
    answers[0]?.('as it is');
    await settled();
    expect([answers.length, list.getCurrentResult().data]).toEqual([1, 'as it is']);
    leave();
  });
});

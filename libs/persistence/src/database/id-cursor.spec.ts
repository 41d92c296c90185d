import { RefundError } from '@zikui/domain';
import { cursorOf } from './cursor';
import { idBehind, pageById } from './id-cursor';

const IDS = [1, 2, 3].map((no) => ({ id: `00000000-0000-7000-8000-00000000000${no}` }));
const idsOf = (rows: typeof IDS) => rows.map(({ id }) => id);

describe('a list by id', () => {
  it('goes on behind the last row of a page', () => {
    const page = pageById(IDS, 2, ({ id }) => id);
    expect(page.items).toEqual(idsOf(IDS.slice(0, 2)));
    expect(idBehind(page.next ?? undefined)).toBe(IDS[1]?.id);
  });

  it('ends with a page that is just full', () =>
    expect(pageById(IDS, 3, ({ id }) => id)).toEqual({ items: idsOf(IDS), next: null }));

  it('begins without a cursor', () => expect(idBehind(undefined)).toBeNull());

  it.each(['', 'x', cursorOf('no uuid'), cursorOf(7), cursorOf(IDS[0]?.id ?? '', 'more')])(
    'refuses what is no cursor of it: %p',
    (after) => expect(() => idBehind(after)).toThrow(RefundError),
  );
});

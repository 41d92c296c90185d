import { answered, api, type Shape } from '../api/client';

const REFUND = /^rf_[0-9a-f]{32}$/;

const PLACES: Readonly<Record<Shape<'Found'>['kind'], (id: string) => string>> = {
  refund: (id) => `/refunds/${id}`,
  sale: (id) => `/refunds?q=${encodeURIComponent(id)}`,
  proposal: () => '/proposals',
  dispute: (id) => `/refunds?q=${encodeURIComponent(id)}`,
};

/** Where in the console something is that somebody names whole; `undefined` for what nobody knows. Throws a `Problem`. */
export async function placeOf(asked: string): Promise<string | undefined> {
  if (REFUND.test(asked)) return `/refunds/${asked}`;
  const { items } = await answered(api.GET('/v1/search', { params: { query: { q: asked } } }));
  const [first] = items;
  if (!first) return undefined;
  // Several refunds of one order or customer: the list shows them all.
  return items.length > 1 && first.kind === 'refund'
    ? `/refunds?q=${encodeURIComponent(asked)}`
    : PLACES[first.kind](first.id);
}

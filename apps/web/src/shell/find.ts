import { answered, api, type Shape } from '../api/client';

const REFUND = /^rf_[0-9a-f]{32}$/;

type Found = Shape<'Found'>;

const PLACES: Readonly<Record<Found['kind'], (id: string) => string>> = {
  refund: (id) => `/refunds/${id}`,
  sale: (id) => `/refunds?q=${encodeURIComponent(id)}`,
  proposal: () => '/proposals',
  dispute: (id) => `/refunds?q=${encodeURIComponent(id)}`,
};

/** By what several refunds of one person were found. */
const OF_A_PERSON: readonly Found['by'][] = ['customer', 'email', 'phone'];

/** A list of several refunds: of their customer, or of their order. An address or a telephone number never stands in an address of ours. */
function listOf({ by, refund }: Found): string {
  if (!refund) return '/refunds';
  const search = OF_A_PERSON.includes(by) ? { customer: refund.customerRef } : { q: refund.saleRef };
  return `/refunds?${new URLSearchParams(search).toString()}`;
}

/** Where in the console something is that somebody names whole; `undefined` for what nobody knows. Throws a `Problem`. */
export async function placeOf(asked: string): Promise<string | undefined> {
  if (REFUND.test(asked)) return `/refunds/${asked}`;
  const { items } = await answered(api.GET('/v1/search', { params: { query: { q: asked } } }));
  const [first] = items;
  if (!first) return undefined;
  // Several refunds of one order or customer: the list shows them all. Of a single one its page, though its sale was found, too.
  const isOneOfSeveral = items.filter(({ kind }) => kind === 'refund').length > 1;
  return isOneOfSeveral ? listOf(first) : PLACES[first.kind](first.id);
}

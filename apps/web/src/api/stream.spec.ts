import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { ME } from './me';
import { LiveUpdates } from './stream';

/** What a browser has and Node has not: one stream, and one lock that tabs hold in turn. */
class FakeSource {
  static readonly CLOSED = 2;
  static all: FakeSource[] = [];
  readyState = 1;
  onopen = (): void => undefined;
  onerror = (): void => undefined;
  onmessage = (_: Readonly<{ data: string; lastEventId: string }>): void => undefined;

  constructor(readonly url: string) {
    FakeSource.all.push(this);
  }

  /** From where it asked to be told. */
  get after(): string | null {
    return new URLSearchParams(this.url.split('?')[1]).get('after');
  }
  addEventListener(): void {}
  close(): void {}
}
type Lead = () => Promise<void>;
let waiting: Lead[] = [];
const locks = { request: (_name: string, _how: object, lead: Lead) => new Promise(() => waiting.push(lead)) };

describe('live updates', () => {
  const tabs: LiveUpdates[] = [];
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  beforeEach(() => {
    [FakeSource.all, waiting] = [[], []];
    Object.assign(globalThis, { EventSource: FakeSource });
    Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });
  });
  afterEach(() => {
    tabs.splice(0).forEach((tab) => tab.stop());
    Reflect.deleteProperty(globalThis, 'EventSource');
    if (before) Object.defineProperty(globalThis, 'navigator', before);
    else Reflect.deleteProperty(globalThis, 'navigator');
  });

  /** A tab whose page began to read at that place. */
  function tab(changesAfter: string): QueryClient {
    const queries = new QueryClient();
    queries.setQueryData(ME, { changesAfter });
    tabs.push(new LiveUpdates(queries, ['refunds']));
    tabs.at(-1)?.start();
    return queries;
  }
  const lead = (): void => void waiting.shift()?.();
  const source = (): FakeSource => FakeSource.all.at(-1) as FakeSource;
  const change = JSON.stringify({ topic: 'refunds', id: 'rf_1', version: 1 });
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('begin where the page began to read, and go on in the next tab at what the tabs heard last', async () => {
    tab('when-one-began');
    const other = tab('when-another-began');
    const seen = new QueryObserver(other, { queryKey: ['refunds'], queryFn: () => 'read', initialData: 'shown' });
    const leave = seen.subscribe(() => undefined);
    lead();
    expect(source().after).toBe('when-one-began');
    source().onmessage({ data: change, lastEventId: 'heard-last' });
    await until(() => seen.getCurrentResult().data === 'read');
    lead();
    expect(source().after).toBe('heard-last');
    leave();
  });

  it('name no place after a refusal, which may have been of it, and have everything read anew instead', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    const queries = tab('a-place-of-another-release');
    queries.setQueryData(['refunds'], 'shown');
    lead();
    source().readyState = FakeSource.CLOSED;
    source().onerror();
    jest.runOnlyPendingTimers();
    jest.useRealTimers();
    expect(source().after).toBeNull();
    expect(queries.getQueryState(['refunds'])?.isInvalidated).toBe(false);
    source().onopen();
    expect(queries.getQueryState(['refunds'])?.isInvalidated).toBe(true);
  });
});

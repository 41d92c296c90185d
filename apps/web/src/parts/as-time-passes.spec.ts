import { asTimePasses } from './as-time-passes';

describe('texts that follow the time', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('are asked anew within the minute, all by one timer, until nobody listens any more', () => {
    const [one, other] = [jest.fn(), jest.fn()];
    const [stopOne, stopOther] = [asTimePasses(one), asTimePasses(other)];
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(60_000);
    stopOne();
    jest.advanceTimersByTime(60_000);
    expect([one.mock.calls.length, other.mock.calls.length]).toEqual([2, 4]);
    stopOther();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('are asked again when somebody listens after a pause', () => {
    asTimePasses(jest.fn())();
    const late = jest.fn();
    const stop = asTimePasses(late);
    jest.advanceTimersByTime(60_000);
    stop();
    expect(late).toHaveBeenCalledTimes(2);
  });
});

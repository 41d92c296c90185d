/** Longer than what any test waits for by itself, so that a wait that fails is told in its own words. */
jest.setTimeout(90_000);

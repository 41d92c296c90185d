const REFUND = /^rf_[0-9a-f]{32}$/;

/** Where in the console something is that somebody names; `undefined` for what nobody knows. */
export async function placeOf(asked: string): Promise<string | undefined> {
  return REFUND.test(asked) ? `/refunds/${asked}` : undefined;
}

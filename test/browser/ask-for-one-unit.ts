/** Runs in the page: asks for one unit back, as a screen of the person who signed in would. */
export async function askForOneUnit(saleRef: string): Promise<string> {
  const me = (await (await fetch('/v1/me')).json()) as { pageToken: string };
  const answer = await fetch('/v1/refunds', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      'x-zikui-token': me.pageToken,
    },
    body: JSON.stringify({
      saleRef,
      reason: 'defective',
      lines: [{ ref: 'l1', quantity: 1 }],
      destination: 'original',
      returnMethod: 'none',
    }),
  });
  return ((await answer.json()) as { id: string }).id;
}

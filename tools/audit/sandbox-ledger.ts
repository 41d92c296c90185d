/** Keys under which the sandbox's own books hold more than one movement that was not taken back, each with how many. A real gateway has no such book to show. */
export async function keysThatMovedTwice(sandbox: string): Promise<readonly string[]> {
  const answer = await fetch(`${sandbox}/_ledger`, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
  const { items } = (await answer.json()) as { items: readonly LedgerRow[] };
  const times = new Map<string, number>();
  for (const { idempotencyKey, status } of items)
    if (idempotencyKey !== null && status !== 'failed' && status !== 'canceled')
      times.set(idempotencyKey, (times.get(idempotencyKey) ?? 0) + 1);
  return [...times].filter(([, count]) => count > 1).map(([key, count]) => `${key} ${count} movements`);
}

type LedgerRow = Readonly<{ idempotencyKey: string | null; status: string }>;

/**
 * How many slots of a step these approvals fill at best. Each approval names the slots that its giver fits (numbers from
 * 0) and fills one of them, whichever leaves most room for the others: the order in which people approve tells nothing.
 */
export function filledSlots(approvals: readonly (readonly number[])[]): number {
  const holders = new Map<number, number>();
  const place = (approval: number, tried: Set<number>): boolean =>
    (approvals[approval] ?? []).some((slot) => {
      if (tried.has(slot)) return false;
      tried.add(slot);
      const holder = holders.get(slot);
      if (holder !== undefined && !place(holder, tried)) return false;
      holders.set(slot, approval);
      return true;
    });
  return approvals.filter((_, approval) => place(approval, new Set())).length;
}

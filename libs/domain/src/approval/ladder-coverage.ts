import type { ApprovalRule } from '../policy/compiled-policy';
import { slotsOf, type LadderStep } from './approval-ladder';
import { slotText, standsFor, type Authority } from './approver';
import { fittingSlots } from './refuse-decision';
import { filledSlots } from './fill-slots';

/** A step of a ladder that too few persons can decide. */
export type ThinStep = Readonly<{
  rule: string;
  step: number;
  /** Whom it asks for, in words. */ asks: string;
  needed: number;
  /** Who can decide it, also after it was offered to the next role. */ persons: readonly string[];
  /** `nobody`: it can never be decided. `nobody_else`: not while one of them is away, or asked for the refund himself. */
  verdict: 'nobody' | 'nobody_else';
}>;
type Person = Readonly<{ person: string; authorities: readonly Authority[] }>;

/** Steps that nobody, or nobody but the same few, can decide. Amounts are left out of account: a limit of any size counts. */
export function thinSteps(ladder: readonly ApprovalRule[], house: readonly Person[]): readonly ThinStep[] {
  return ladder.flatMap(({ id, steps }) =>
    steps.flatMap((step, index): readonly ThinStep[] => {
      const able = house
        .map((one) => ({ person: one.person, fits: fitsOf(step, one) }))
        .filter(({ fits }) => fits.length > 0);
      const { needed = 1 } = step;
      const verdict = verdictOf(
        able.map(({ fits }) => fits),
        needed,
      );
      if (verdict === null) return [];
      const asks = slotsOf(step).map(slotText).join(' / ');
      return [{ rule: id, step: index + 1, asks, needed, persons: able.map(({ person }) => person), verdict }];
    }),
  );
}

function verdictOf(able: readonly (readonly number[])[], needed: number): ThinStep['verdict'] | null {
  if (filledSlots(able) < needed) return 'nobody';
  const lacksWithout = (absent: number): boolean => filledSlots(able.filter((_, index) => index !== absent)) < needed;
  return able.some((_, index) => lacksWithout(index)) ? 'nobody_else' : null;
}

function fitsOf(step: LadderStep, { authorities }: Person): readonly number[] {
  const { role, slots = [], then } = step;
  const usable = authorities.filter(({ limit }) => limit !== null);
  const own = usable.flatMap((authority) => fittingSlots({ role, slots, escalatedTo: null }, authority));
  const isAbove = then !== null && usable.some((one) => one.role !== null && standsFor(one.role, then));
  return isAbove ? slotsOf(step).map((_, index) => index) : [...new Set(own)];
}

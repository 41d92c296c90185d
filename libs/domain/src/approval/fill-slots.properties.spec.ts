import fc from 'fast-check';
import { filledSlots } from './fill-slots';

const slots = 5;
const approvals = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: slots - 1 }), { maxLength: slots }), {
  maxLength: 6,
});

/** Tries every way to seat people: slow, and surely right. */
function bestByTrying(people: readonly (readonly number[])[], taken: readonly number[] = []): number {
  const [person, ...others] = people;
  if (person === undefined) return 0;
  const seated = person
    .filter((slot) => !taken.includes(slot))
    .map((slot) => 1 + bestByTrying(others, [...taken, slot]));
  return Math.max(bestByTrying(others, taken), ...seated);
}

describe('the slots of a step', () => {
  it('are filled as well as any way of seating people could', () =>
    fc.assert(fc.property(approvals, (people) => expect(filledSlots(people)).toBe(bestByTrying(people)))));

  it('are filled alike in whatever order people approve', () =>
    fc.assert(
      fc.property(approvals, fc.integer({ min: 0, max: 5 }), (people, turn) =>
        expect(filledSlots([...people.slice(turn), ...people.slice(0, turn)].toReversed())).toBe(filledSlots(people)),
      ),
    ));

  it('lose nothing by refusing an approval that brings the step no further', () =>
    fc.assert(
      fc.property(approvals, (people) => {
        const useful: (readonly number[])[] = [];
        for (const person of people) if (filledSlots([...useful, person]) > filledSlots(useful)) useful.push(person);
        expect(useful).toHaveLength(filledSlots(people));
      }),
    ));

  it('are never more than the people, nor than there are', () =>
    fc.assert(
      fc.property(approvals, (people) =>
        expect(filledSlots(people)).toBeLessThanOrEqual(Math.min(slots, people.length)),
      ),
    ));
});

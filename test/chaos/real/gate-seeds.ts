/** The seeds that run with every `npm test`: together they draw every fault of the table that does not cost a pause. */
export const SEEDS_OF_THE_GATE: readonly number[] = Array.from({ length: 12 }, (_, no) => no);

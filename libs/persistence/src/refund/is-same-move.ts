import type { ProjectMove } from './refund-process.types';

/**
 * What the timeline says first of a move that somebody has to be told of. The end of a wait follows whatever was written
 * in its place. What follows the money is never taken for done: only the rows say where the money stands now.
 */
const FIRST_NOTES: Partial<Readonly<Record<ProjectMove['kind'], readonly string[]>>> = {
  money: [],
  goods_arrived: ['goods_arrived'],
  cancel: ['cancelled'],
  deadline: ['deadline_changed'],
  resolution: ['resolved', 'looked_up'],
};
const DECIDED = {
  approve: ['approval_given'],
  reject: ['approval_refused', 'destination_refused'],
} as const satisfies Record<string, readonly string[]>;

/** Whether what was stored under a move's number may be this very move. One step is decided by one person, in one way. */
export function isSameMove(move: ProjectMove, { kind, actor }: Readonly<{ kind: string; actor: string }>): boolean {
  if (move.kind === 'decision') return actor === move.actor && DECIDED[move.outcome].some((note) => note === kind);
  return FIRST_NOTES[move.kind]?.includes(kind) ?? true;
}

import type { ProjectMove } from './refund-process.types';

/**
 * What the timeline says first of a move that somebody has to be told of. The end of a wait follows whatever was written
 * in its place. What follows the money is never taken for done: only the rows say where the money stands now.
 */
const FIRST_NOTES: Partial<Readonly<Record<ProjectMove['kind'], readonly string[]>>> = {
  money: [],
  goods_arrived: ['goods_arrived'],
  decision: ['approval_given', 'approval_refused', 'destination_refused'],
  cancel: ['cancelled'],
  deadline: ['deadline_changed'],
  resolution: ['resolved', 'looked_up'],
};

/** Whether what was stored under a move's number may be this very move. */
export const isSameMove = ({ kind }: ProjectMove, storedAs: string): boolean =>
  FIRST_NOTES[kind]?.includes(storedAs) ?? true;

import type { ProjectMove } from './refund-process.types';

/** What the timeline says first of what people ask for. Other moves only follow what holds, whoever wrote it. */
const FIRST_NOTES: Partial<Readonly<Record<ProjectMove['kind'], readonly string[]>>> = {
  decision: ['approval_given', 'approval_refused', 'destination_refused'],
  cancel: ['cancelled'],
  deadline: ['deadline_changed'],
  resolution: ['resolved', 'looked_up'],
};

/** Whether what was stored under a move's number may be this very move. */
export const isSameMove = ({ kind }: ProjectMove, storedAs: string): boolean =>
  FIRST_NOTES[kind]?.includes(storedAs) ?? true;

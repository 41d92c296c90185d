// Stores name the process they wake; the ids therefore live in the domain.
export { backTestWorkflowId } from '@zikui/domain';

/** Ids only. Fields are only ever added. */
export type BackTestInput = Readonly<{ v: 1; backTestId: string }>;

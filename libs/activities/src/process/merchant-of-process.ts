import { activityInfo } from '@temporalio/activity';
import { merchantOfWorkflow } from '@zikui/domain';

/** For whom the present activity works: the id of its process names the merchant, and no input can say otherwise. */
export const merchantOfProcess = (): string => merchantOfWorkflow(activityInfo().workflowExecution?.workflowId ?? '');

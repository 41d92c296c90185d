import { sleep } from '@temporalio/workflow';
import { refundWorkflow as unchanged } from '@zikui/workflows';
import type { RefundInput } from '@zikui/workflows/contract';

/** The process with a step that no recorded history knows: the gate must see it. */
export async function refundWorkflow(input: RefundInput): Promise<string> {
  await sleep(1);
  return unchanged(input);
}

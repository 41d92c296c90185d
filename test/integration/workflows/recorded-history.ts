import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { version } from '../../../package.json';
import type { Cost, RunningRefund } from './running-refund';

const FOLDER = path.resolve(__dirname, '../../histories', version);

/** What a path cost; with RECORD_HISTORIES=1 its history is kept for the replay gate. */
export async function costOf(refund: RunningRefund, name: string, workflowId = refund.workflowId): Promise<Cost> {
  const { text, cost } = await refund.history(workflowId);
  if (process.env['RECORD_HISTORIES'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path.join(FOLDER, `${name}.json`), text.replaceAll(`${process.cwd()}/`, ''));
  }
  return cost;
}

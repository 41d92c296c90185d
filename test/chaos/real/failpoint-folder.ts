import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FAILPOINT_NAMES, HITS_FILE, PLAN_FILE, type FailpointName } from '@zikui/failpoint';

/** The plan that all programs of a stack share, and what they hit. */
export class FailpointFolder {
  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.clear();
  }

  /** The setting that arms a program. */
  get setting(): string {
    return `in:${this.folder}`;
  }

  /** Adds a fault to the plan, from the next hit on. */
  plan(fault: string): void {
    appendFileSync(this.file(PLAN_FILE), `${fault}\n`);
  }

  /** Plans nothing any more; what hangs goes on. */
  heal(): void {
    writeFileSync(this.file(PLAN_FILE), '');
  }

  /** Begins to count anew. */
  clear(): void {
    this.heal();
    writeFileSync(this.file(HITS_FILE), '');
  }

  hits(): ReadonlyMap<FailpointName, number> {
    const text = existsSync(this.file(HITS_FILE)) ? readFileSync(this.file(HITS_FILE), 'utf8') : '';
    const lines = text.split('\n').map((line) => line.split(' ')[0]);
    return new Map(FAILPOINT_NAMES.map((name) => [name, lines.filter((line) => line === name).length]));
  }

  private file(name: string): string {
    return path.join(this.folder, name);
  }
}

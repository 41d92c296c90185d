import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LOCAL } from '../local-stack/folders';

/** Which demo refunds were carried to their state, by id. They may have gone on since: a deadline passed, somebody decided. */
export class PlayedStories {
  private readonly ids: Set<string>;

  constructor(private readonly file = path.join(LOCAL, 'demo.json')) {
    this.ids = new Set(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []);
  }

  has(refundId: string): boolean {
    return this.ids.has(refundId);
  }

  add(refundId: string): void {
    this.ids.add(refundId);
    writeFileSync(this.file, JSON.stringify([...this.ids]));
  }
}

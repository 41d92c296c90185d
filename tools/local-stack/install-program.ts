import { chmodSync, copyFileSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';

/** Puts a program at its place: copied beside it, then renamed, so that a kill in between never leaves half of one there. */
export function installProgram(from: string, target: string): void {
  mkdirSync(path.dirname(target), { recursive: true });
  const beside = `${target}.${process.pid}`;
  copyFileSync(from, beside);
  chmodSync(beside, 0o755);
  renameSync(beside, target);
}

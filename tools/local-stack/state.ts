import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MerchantKeys } from '../merchant/set-up-merchant';
import { LOCAL } from './folders';

const STACK_FILE = path.join(LOCAL, 'stack.json');

type ShownKeys = Pick<MerchantKeys, 'id' | 'createKey' | 'decideKey'>;
/** What programs read to find a running stack. Names are part of the product's promise to scripts. */
export type StackFile = Readonly<{
  api: string;
  console: string;
  temporal: string;
  temporalUi: string | null;
  database: string;
  gateway: string;
  mailbox: string;
  /** Of the api and of the worker. */ metrics: readonly string[];
  merchants: Readonly<Record<string, ShownKeys>>;
  pids: Readonly<Record<string, number>>;
}>;

/** Writes beside and renames: a reader sees the old file or the new one, never half of one. */
export function writeStackFile(stack: StackFile): void {
  mkdirSync(LOCAL, { recursive: true });
  writeFileSync(`${STACK_FILE}.new`, `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${STACK_FILE}.new`, STACK_FILE);
}

export const readStackFile = (): StackFile | undefined =>
  existsSync(STACK_FILE) ? (JSON.parse(readFileSync(STACK_FILE, 'utf8')) as StackFile) : undefined;

export const removeStackFile = (): void => rmSync(STACK_FILE, { force: true });

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clearLeftover } from './postmaster';

const MARK = 'owner';

/**
 * Makes sure that the database's folder goes with these secrets. Data of an earlier clone at the same path, or of secrets
 * that are lost, could never be opened: they are set aside. Tells where, or undefined when there was nothing to set aside.
 */
export async function setForeignDataAside(folder: string, masterKey: string): Promise<string | undefined> {
  const data = path.join(folder, 'pgdata');
  if (!existsSync(data) || readMark(folder) === markOf(masterKey)) return undefined;
  await clearLeftover(data);
  const aside = `${folder}-set-aside`;
  rmSync(aside, { recursive: true, force: true });
  renameSync(folder, aside);
  return aside;
}

/** Notes whose secrets the data in this folder are sealed with. */
export const claimData = (folder: string, masterKey: string): void =>
  writeFileSync(path.join(folder, MARK), markOf(masterKey));

const readMark = (folder: string): string | undefined => {
  const file = path.join(folder, MARK);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};
const markOf = (masterKey: string): string => createHash('sha256').update(`owner\n${masterKey}`).digest('hex');

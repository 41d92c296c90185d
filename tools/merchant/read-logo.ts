import { readFileSync } from 'node:fs';
import { evidenceTypeOf } from '@zikui/domain';

/** It stands in every page of the shop, for pages load nothing from elsewhere. */
const MOST_BYTES = 48 * 1024;

/** A picture as a `data:` address. Throws one sentence for a file that is none, or is too large. */
export function readLogo(file: string): string {
  let content: Buffer;
  try {
    content = readFileSync(file);
  } catch {
    throw new Error('--logo is the name of a file.');
  }
  const type = evidenceTypeOf(content);
  if (type === null) throw new Error('--logo is a PNG, JPEG or WebP.');
  if (content.length > MOST_BYTES) throw new Error(`--logo is larger than ${String(MOST_BYTES / 1024)} kB.`);
  return `data:${type};base64,${content.toString('base64')}`;
}

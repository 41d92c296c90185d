import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The whole shape of a policy in one example, for tests. */
export const STANDARD_POLICY = readFileSync(path.join(__dirname, '../../../../policies/standard/ils.yaml'), 'utf8');

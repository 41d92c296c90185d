import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LOCAL } from '../local-stack/folders';
import type { DemoClient } from './demo-client';
import { TRY_AMOUNT, TRY_CURRENCY, type TryPayment } from './try-it';

const FILE = path.join(LOCAL, 'try-it.json');

/** The captured payment for the commands that the summary prints; made once and kept with the data, so that they may be pasted again. */
export async function keepTryPayment(client: DemoClient): Promise<void> {
  if (existsSync(FILE)) return;
  const payment: TryPayment = {
    gatewayRef: await client.capture(TRY_AMOUNT, TRY_CURRENCY),
    capturedAt: new Date().toISOString(),
  };
  writeFileSync(FILE, JSON.stringify(payment));
}

export const tryPayment = (): TryPayment => JSON.parse(readFileSync(FILE, 'utf8')) as TryPayment;

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TRY_AMOUNT, tryItCommands } from './try-it';

type Sale = Readonly<{
  placedAt: string;
  lines: readonly { total: number; deliveredAt: string }[];
  shipping: { total: number };
  payments: readonly { gatewayRef: string; captured: number }[];
}>;

describe('the three commands that a start prints', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'zikui try-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const PAYMENT = { gatewayRef: 'pi_1', capturedAt: '2026-11-06T08:00:00.000Z' };
  const commands = tryItCommands('http://127.0.0.1:3000', 'zk_test_key', PAYMENT);

  /** Lets a shell read the commands, with a `curl` that only writes down what it was given. */
  const pasted = (): readonly string[][] => {
    writeFileSync(path.join(folder, 'curl'), '#!/bin/sh\nfor a in "$@"; do printf "%s\\0" "$a"; done\nprintf "\\n"\n', {
      mode: 0o755,
    });
    const PATH = `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`;
    const script = commands.join('\n').replace('sleep 2; ', '');
    const said = execFileSync('sh', ['-c', script], { encoding: 'utf8', env: { PATH } });
    return said
      .trim()
      .split('\n')
      .map((line) => line.split('\0').slice(0, -1));
  };

  it('are whole shell commands: bodies arrive as JSON, with their Hebrew', () => {
    const [put = [], post = [], get = []] = pasted();
    expect(put).toContain('http://127.0.0.1:3000/v1/sales/try-it');
    const sale = JSON.parse(put.at(-1) ?? '') as Sale;
    expect(JSON.stringify(sale)).toContain('נועה לוי');
    expect(post).toContain('Idempotency-Key: try-it-refund-00001');
    expect(JSON.parse(post.at(-1) ?? '')).toMatchObject({ saleRef: 'try-it', reason: 'defective' });
    expect(get).toContain('http://127.0.0.1:3000/v1/refunds?saleRef=try-it');
    for (const call of [put, post, get]) expect(call).toContain('Authorization: Bearer zk_test_key');
  });

  it('tell of a sale that adds up to the captured payment, and happened before it was captured here', () => {
    const sale = JSON.parse(pasted()[0]?.at(-1) ?? '') as Sale;
    const total = sale.lines.reduce((sum, line) => sum + line.total, sale.shipping.total);
    expect(total).toBe(TRY_AMOUNT);
    expect(sale.payments).toMatchObject([{ gatewayRef: 'pi_1', captured: TRY_AMOUNT }]);
    expect(Date.parse(sale.placedAt)).toBeLessThan(Date.parse(PAYMENT.capturedAt));
  });

  it('are the same whenever they are printed, so that pasting them again repeats nothing', () => {
    expect(tryItCommands('http://127.0.0.1:3000', 'zk_test_key', PAYMENT)).toEqual(commands);
  });
});

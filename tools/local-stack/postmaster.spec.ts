import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clearLeftover, judgeLeftover } from './postmaster';

const DATA = '/var/tmp/zikui-1/stack/pgdata';
const SERVER = `/var/tmp/zikui-1/postgres-18/native/bin/postgres -D ${DATA} -p 5433`;

describe('a leftover postmaster.pid', () => {
  it.each([
    ['no file', undefined, false, undefined, 'none'],
    ['a number that nobody has', '77\n', false, undefined, 'dead'],
    ['a server on this very data', '77\n', true, SERVER, 'server'],
    ['a server on other data', '77\n', true, SERVER.replace('zikui-1/stack', 'zikui-2/stack'), 'stranger'],
    ['a number that another program got since', '77\n', true, 'node server.js', 'stranger'],
    ['a zombie that nobody reaps', '77\n', true, undefined, 'stranger'],
  ])('%s is judged', (_what, file, taken, command, verdict) => {
    expect(judgeLeftover(file, { taken, command }, DATA)).toBe(verdict);
  });

  describe('on disk', () => {
    let data: string;
    beforeEach(() => (data = mkdtempSync(path.join(tmpdir(), 'zikui pgdata-'))));
    afterEach(() => rmSync(data, { recursive: true, force: true }));
    const pidFile = (): string => path.join(data, 'postmaster.pid');

    it('goes when its number belongs to a stranger, who is left alone', async () => {
      const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
      try {
        writeFileSync(pidFile(), `${stranger.pid ?? 0}\n${data}\n`);
        await expect(clearLeftover(data)).resolves.toBe('stranger');
        expect(existsSync(pidFile())).toBe(false);
        expect(stranger.exitCode).toBeNull();
      } finally {
        stranger.kill('SIGKILL');
      }
    });

    it('stays when its number is dead: postgres clears that away itself', async () => {
      writeFileSync(pidFile(), '4194303\n');
      await expect(clearLeftover(data)).resolves.toBe('dead');
      expect(existsSync(pidFile())).toBe(true);
    });
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { armFailpoints as armAbsent } from './absent';
import { armFailpoints, failpoint } from './failpoint';
import { HITS_FILE, PLAN_FILE, sharedSource } from './hit-counter';

describe('a failpoint', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zikui-failpoints-'));
  });
  afterEach(() => {
    armFailpoints(undefined);
    rmSync(folder, { recursive: true });
  });
  const plan = (text: string): void => writeFileSync(path.join(folder, PLAN_FILE), text);

  it('does nothing until it is armed', async () => expect(await failpoint('gw.after_send')).toBeUndefined());

  it('throws at the hit that the plan names, with its code', async () => {
    armFailpoints('gw.after_send=throw:53100@2');
    await failpoint('gw.after_send');
    await failpoint('gw.after_claim');
    await expect(failpoint('gw.after_send')).rejects.toMatchObject({ code: '53100' });
    await failpoint('gw.after_send');
  });

  it('hangs until the plan names it no more', async () => {
    plan('gw.after_send=hang');
    armFailpoints(`in:${folder}`);
    let went = false;
    const hanging = failpoint('gw.after_send').then(() => (went = true));
    await failpoint('gw.after_claim');
    expect(went).toBe(false);
    plan('');
    await hanging;
    expect(readFileSync(path.join(folder, HITS_FILE), 'utf8').split('\n').length).toBe(3);
  });

  it('counts the hits of all processes that share a plan together', () => {
    const [one, two] = [sharedSource(folder), sharedSource(folder)];
    // Two sources of one process share its number; another process has its own.
    expect([one.hit('gw.after_send'), one.hit('gw.after_send'), two.hit('gw.after_claim')]).toEqual([1, 2, 1]);
    writeFileSync(path.join(folder, HITS_FILE), 'gw.after_send 1.1\ngw.after_send 1.2\n');
    expect(one.hit('gw.after_send')).toBe(3);
  });

  it('ends the process at once when it is to kill', () => {
    const program = `const { armFailpoints, failpoint } = require(${JSON.stringify(path.join(__dirname, 'failpoint.ts'))});
      armFailpoints('gw.after_send=kill@2');
      failpoint('gw.after_send').then(() => console.log('one')).then(() => failpoint('gw.after_send')).then(() => console.log('two'));`;
    const { signal, stdout } = spawnSync(process.execPath, ['-r', '@swc-node/register', '-e', program], {
      encoding: 'utf8',
    });
    expect({ signal, stdout }).toEqual({ signal: 'SIGKILL', stdout: 'one\n' });
  });

  it('cannot be armed in a build that has none', () => {
    expect(() => armAbsent('gw.after_send=kill')).toThrow('this build has no failpoints');
    expect(armAbsent('')).toBeUndefined();
  });
});

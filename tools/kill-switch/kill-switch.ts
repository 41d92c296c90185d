import { HouseSwitchStore, openDatabase } from '@zikui/persistence';
import { runTool } from '../command-line/run-tool';
import { readStackFile } from '../local-stack/state';
import { HELP, readKillSwitchCommand, type KillSwitchCommand } from './kill-switch-command';

async function throwSwitch(command: KillSwitchCommand): Promise<number> {
  const url = process.env['DATABASE_URL'] || readStackFile()?.database;
  if (url === undefined) throw new Error('DATABASE_URL is not set, and no `npm start` runs beside this.');
  const database = await openDatabase({ url, poolSize: 1, applicationName: 'zikui-kill-switch' });
  try {
    const switches = new HouseSwitchStore(database);
    const changed = command.on ? await switches.turnOn(command) : await switches.turnOff(command);
    const what = command.gateway === null ? 'All new money' : `New money through ${command.gateway}`;
    console.log(`${what} ${command.on ? 'is stopped' : 'flows'}${changed ? '' : ', as it did before'}.`);
    return 0;
  } finally {
    await database.close();
  }
}

void runTool({ help: HELP, read: readKillSwitchCommand, run: throwSwitch });

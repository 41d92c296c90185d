import { HouseSwitchStore, openDatabase } from '@zikui/persistence';
import { readStackFile } from '../local-stack/state';
import { HELP, readKillSwitchCommand } from './kill-switch-command';

async function main(): Promise<void> {
  const command = readKillSwitchCommand(process.argv.slice(2));
  if (command === undefined) {
    console.log(HELP);
    return;
  }
  const url = process.env['DATABASE_URL'] || readStackFile()?.database;
  if (url === undefined) throw new Error('DATABASE_URL is not set, and no `npm start` runs beside this.');
  const database = await openDatabase({ url, poolSize: 1, applicationName: 'zikui-kill-switch' });
  try {
    const switches = new HouseSwitchStore(database);
    const changed = command.on ? await switches.turnOn(command) : await switches.turnOff(command);
    const what = command.gateway === null ? 'All new money' : `New money through ${command.gateway}`;
    console.log(`${what} ${command.on ? 'is stopped' : 'flows'}${changed ? '' : ', as it did before'}.`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

import { HELP, readPolicyCommand } from './policy-command';
import { runPolicyCommand } from './run-policy-command';

try {
  const command = readPolicyCommand(process.argv.slice(2));
  if (command === undefined) {
    console.log(HELP);
  } else {
    const { code, lines } = runPolicyCommand(command);
    for (const line of lines) console.log(line);
    process.exitCode = code;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

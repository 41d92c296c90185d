import { runTool } from '../command-line/run-tool';
import { HELP, readPolicyCommand } from './policy-command';
import { runPolicyCommand } from './run-policy-command';

void runTool({
  help: HELP,
  read: readPolicyCommand,
  run(command) {
    const { code, lines } = runPolicyCommand(command);
    for (const line of lines) console.log(line);
    return code;
  },
  failed: 2,
});

import { readWords } from '../command-line/read-words';
import { runTool } from '../command-line/run-tool';
import { buildIfChanged, buildWithFailpoints } from '../local-stack/build';

const HELP = `npm run check:builds

Builds every program, also the second build whose failpoints storms strike. Tests find it done, and build nothing again.
Programs whose sources did not change are not built.`;

void runTool({
  help: HELP,
  read: (words) => readWords(words, { options: {}, positionals: false }),
  run: async () => {
    await buildIfChanged();
    await buildWithFailpoints();
    console.log('api, worker, sandbox, workflows and console are built');
    return 0;
  },
});

/** Checks that every program builds, also the second build whose failpoints storms strike. Tests find it done, and build nothing again. */
import { buildIfChanged, buildWithFailpoints } from '../local-stack/build';

async function build(): Promise<void> {
  await buildIfChanged();
  await buildWithFailpoints();
}

build().then(
  () => console.log('api, worker, sandbox, workflows and console are built'),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);

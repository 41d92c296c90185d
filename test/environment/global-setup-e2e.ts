import { buildIfChanged } from '../../tools/local-stack/build';
import globalSetup from './global-setup';

/** The programs are built before any test starts them: end-to-end tests run what is shipped, never a stale build. */
export default async function globalSetupE2e(): Promise<void> {
  await buildIfChanged();
  await globalSetup();
}

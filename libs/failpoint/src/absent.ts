/** What builds without failpoints have in place of `failpoint.ts`: no call of it is left, and arming is refused. */
export function armFailpoints(setting: string | undefined): void {
  if (setting !== undefined && setting !== '') throw new Error('ZIKUI_FAILPOINTS: this build has no failpoints');
}

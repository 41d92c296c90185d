/** Set by tools/start.mjs, which may first install the packages, and passed on to a start in the background. */
const begun = Number(process.env['ZIKUI_BEGUN_AT'] ?? Date.now());

/** One line of progress, with the seconds since the command was given. */
export function progress(text: string): void {
  console.log(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${text}`);
}

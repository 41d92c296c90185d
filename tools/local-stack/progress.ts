const started = performance.now();

/** One line of progress with the seconds since the start. */
export function progress(text: string): void {
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${text}`);
}

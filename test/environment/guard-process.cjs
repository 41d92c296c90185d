// Started by guard.ts; its standard input is a pipe whose other end only the test run holds. When the run ends, however it
// ends, the pipe closes: programs that were put in our care and still run are ended, and folders are removed.
const { rmSync } = require('node:fs');
const { createInterface } = require('node:readline');

const programs = new Set();
const folders = new Set();

const signal = (pid, name) => {
  try {
    return process.kill(pid, name);
  } catch {
    return false; // Gone.
  }
};

const orders = {
  watch: ({ pid }) => programs.add(pid),
  forget: ({ pid }) => programs.delete(pid),
  remove: ({ folder }) => folders.add(folder),
};

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { order, ...about } = JSON.parse(line);
    orders[order](about);
  })
  .on('close', () => {
    for (const pid of programs) signal(pid, 'SIGINT'); // PostgreSQL's fast stop, and enough for the others.
    const end = Date.now() + 5000;
    const wait = setInterval(() => {
      const left = [...programs].filter((pid) => signal(pid, 0));
      if (left.length > 0 && Date.now() < end) return;
      clearInterval(wait);
      for (const pid of left) signal(pid, 'SIGKILL');
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    }, 50);
  });

// A Ctrl-C in the terminal is the test run's to answer; ours comes when it is gone.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => undefined);

// Started by the global setup: node server-guard.cjs <pid of the test run> <pid of a server>...
// When the test run is gone without its teardown, the servers go too.
const [run, ...servers] = process.argv.slice(2).map(Number);

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const watch = setInterval(() => {
  if (!servers.some(alive)) process.exit(0);
  if (alive(run)) return;
  clearInterval(watch);
  for (const pid of servers.filter(alive)) process.kill(pid, 'SIGINT');
}, 500);

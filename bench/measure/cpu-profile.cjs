// Loaded by `--require` into a program that is profiled: writes its CPU profile into PROFILE_FOLDER when it ends.
'use strict';
const { writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');
const path = require('node:path');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.start');
  process.once('exit', () =>
    session.post('Profiler.stop', (error, { profile } = {}) => {
      if (error) throw error;
      const file = `${path.basename(path.dirname(process.argv[1]))}-${process.pid}.cpuprofile`;
      writeFileSync(path.join(process.env['PROFILE_FOLDER'], file), JSON.stringify(profile));
    }),
  );
}

// An archive built in parts by Slurm: a controller and a node of our own on loopback, three array jobs that wait for
// each other, and a last one that merges. The same bytes as in one run.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { command } from '../command.mjs';
import { Archive, parts } from './archive.mjs';

const archive = new Archive();
const home = join(archive.root, 'slurm');
const config = join(home, 'slurm.conf');
const processes = [];
// Debian has the daemons where only root's PATH leads.
const environment = { ...process.env, SLURM_CONF: config, PATH: `${process.env.PATH}:/usr/sbin` };

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

function start(program, ...options) {
  const child = spawn(program, options, { env: environment, stdio: 'ignore' });
  processes.push(child);
  return child;
}

function run(program, ...options) {
  return execFileSync(program, options, { env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

async function waitFor(what, isDone, seconds) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(250)) {
    try {
      if (isDone()) return;
    } catch {
      // Not up yet.
    }
  }
  assert.fail(`${what}: not within ${seconds} s`);
}

before(async () => {
  for (const folder of ['', 'munge', 'state', 'spool', 'out']) mkdirSync(join(home, folder), { recursive: true });
  // munged refuses folders that others may write to, and wants to be told that we know.
  chmodSync(archive.root, 0o755);
  const key = join(home, 'munge', 'key');
  writeFileSync(key, Buffer.alloc(1024, 7), { mode: 0o400 });
  const socket = join(home, 'munge', 'socket');
  start('munged', '--foreground', '--force', `--key-file=${key}`, `--socket=${socket}`,
    `--pid-file=${join(home, 'munge', 'pid')}`, `--log-file=${join(home, 'munge', 'log')}`, `--seed-file=${join(home, 'munge', 'seed')}`);
  const [controller, node] = [await freePort(), await freePort()];
  const name = hostname().split('.')[0];
  writeFileSync(config, `ClusterName=longread
SlurmctldHost=${name}(127.0.0.1)
SlurmctldPort=${controller}
SlurmdPort=${node}
SlurmUser=${userInfo().username}
SlurmdUser=${userInfo().username}
AuthType=auth/munge
AuthInfo=socket=${socket}
CredType=cred/munge
StateSaveLocation=${join(home, 'state')}
SlurmdSpoolDir=${join(home, 'spool')}
SlurmctldPidFile=${join(home, 'slurmctld.pid')}
SlurmdPidFile=${join(home, 'slurmd.pid')}
SlurmctldLogFile=${join(home, 'slurmctld.log')}
SlurmdLogFile=${join(home, 'slurmd.log')}
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,bf_interval=1
MpiDefault=none
ReturnToService=2
NodeName=${name} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=${name} Default=YES MaxTime=INFINITE State=UP
`);
  await waitFor('munge', () => run('munge', '-n', '--socket', socket).startsWith('MUNGE'), 20);
  start('slurmctld', '-D', '-c');
  start('slurmd', '-D');
  await waitFor('the node', () => /idle/.test(run('sinfo', '-h', '-o', '%t')), 60);
});

after(async () => {
  for (const child of processes.reverse()) {
    child.kill('SIGTERM');
    await sleep(200);
  }
  archive.remove();
});

// A job that starts once the one before it has ended well; returns its number.
function submit(name, previous, script, ...options) {
  const file = join(home, `${name}.sh`);
  writeFileSync(file, `#!/bin/sh\nset -e\n${script}\n`, { mode: 0o755 });
  const dependency = previous ? [`--dependency=afterok:${previous}`, '--kill-on-invalid-dep=yes'] : [];
  return run('sbatch', '--parsable', `--output=${join(home, 'out', `${name}-%a`)}`, ...dependency, ...options, file);
}

test('three array jobs and a merge are the same as one run', { timeout: 240_000 }, async () => {
  archive.build('whole');
  const line = [command, ...archive.arguments('parts')].map((word) => `'${word}'`).join(' ');
  let job = '';
  for (let round = 1; round <= 3; round++) {
    job = submit(`round${round}`, job, `${line} --part "$SLURM_ARRAY_TASK_ID/${parts}"`, `--array=1-${parts}`);
  }
  job = submit('merge', job, `${line} --merge`);
  await waitFor('the jobs', () => run('squeue', '-h') === '', 200);
  assert.match(run('scontrol', '-o', 'show', 'job', job), /JobState=COMPLETED/);
  archive.assertSame('whole', 'parts');
});

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { buildIfChanged } from '../tools/local-stack/build';
import { freePort } from '../tools/local-stack/port';
import { startPostgres } from '../tools/local-stack/postgres';
import { startTemporal } from '../tools/local-stack/temporal';
import { startStack, type TestStack } from '../test/environment/stack';
import type { Closers } from './closers';
import { startChild, stopChild } from './load/child';
import { OurRefunds } from './load/our-refunds';
import type { BenchSettings } from './settings';
import { PeerWorkflows, PlainHandler } from './load/peer-refunds';

export type Scene = Readonly<{
  stack: TestStack;
  ours: OurRefunds;
  /** Refunds that wait for an approval. */ dear: OurRefunds;
  peers: PeerWorkflows;
  plain: PlainHandler;
  /** By name, for CPU per process. */ pids: Readonly<
    Record<'api' | 'worker' | 'temporal' | 'postgres' | 'peer worker', number>
  >;
  setLatency: (ms: number) => Promise<void>;
  gatewayCalls: () => Promise<Readonly<{ calls: number; keys: number }>>;
  close: () => Promise<void>;
}>;

/** Everything that is measured, on one PostgreSQL that flushes to disk and one Temporal server with the file settings of `npm start`. All of it is stopped by `closers`. */
export async function openScene({ profiles }: Pick<BenchSettings, 'profiles'>, closers: Closers): Promise<Scene> {
  try {
    await buildIfChanged();
    const folder = mkdtempSync(path.join(tmpdir(), 'zikui-bench-'));
    const postgres = await startPostgres({
      purpose: `bench-${process.pid}`,
      port: 16_400,
      password: 'bench',
      durable: true,
    });
    await closers.add(postgres.stop);
    process.env['DATABASE_URL'] = postgres.url;
    const temporal = await startTemporal({
      folder,
      port: 18_200,
      databaseFile: path.join(folder, 'temporal.db'),
      namespace: 'refunds',
      settings: process.env,
    });
    await closers.add(temporal.stop);
    process.env['TEMPORAL_ADDRESS'] = temporal.address;

    const gatewayPort = await freePort(18_300);
    const smtpPort = await freePort(gatewayPort + 1);
    const gateway = await startChild('stand-ins/gateway.ts', {
      STAND_IN_PORT: `${gatewayPort}`,
      STAND_IN_SMTP_PORT: `${smtpPort}`,
      STAND_IN_LATENCY_MS: '20',
    });
    await closers.add(() => stopChild(gateway));
    const gatewayBase = `http://127.0.0.1:${gatewayPort}`;

    const outside = {
      STRIPE_API_BASE: gatewayBase,
      LOG_LEVEL: 'warn',
      ...(profiles && {
        NODE_OPTIONS: `--require ${path.join(__dirname, 'measure/cpu-profile.cjs')}`,
        PROFILE_FOLDER: path.resolve(profiles),
      }),
    };
    const stack = await startStack({
      api: outside,
      worker: {
        ...outside,
        GATEWAY_TIMEOUT_MS: '20000',
        SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      },
    });
    await closers.add(stack.close);
    const { address, namespace } = stack.temporal;

    const peerWorker = await startChild('peers/peer-worker.ts', {
      DATABASE_URL: stack.databaseUrl,
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: namespace,
      GATEWAY_BASE: gatewayBase,
    });
    await closers.add(() => stopChild(peerWorker));
    const plainPort = await freePort(smtpPort + 1);
    const plainProcess = await startChild('peers/plain-handler.ts', {
      DATABASE_URL: stack.databaseUrl,
      PORT: `${plainPort}`,
    });
    await closers.add(() => stopChild(plainProcess));

    const peers = await PeerWorkflows.connect(address, namespace);
    await closers.add(() => peers.close());
    const plain = new PlainHandler(plainPort);
    const run = randomBytes(3).toString('hex');
    const { lab, demo } = stack.merchants;
    const ours = new OurRefunds(stack.api, lab.createKey, gatewayBase, run, 1_000);
    const dear = new OurRefunds(stack.api, demo.createKey, gatewayBase, `${run}-dear`, 79_000);
    await closers.add(async () => {
      ours.close();
      dear.close();
      plain.close();
    });
    return {
      stack,
      ours,
      dear,
      peers,
      plain,
      pids: {
        api: stack.pid('api'),
        worker: stack.pid('worker'),
        temporal: temporal.pid,
        postgres: postgres.pid,
        'peer worker': peerWorker.pid ?? 0,
      },
      setLatency: async (ms) => {
        await fetch(`${gatewayBase}/latency/${ms}`);
      },
      gatewayCalls: async () => (await (await fetch(`${gatewayBase}/calls`)).json()) as { calls: number; keys: number },
      close: () => closers.close(),
    };
  } catch (error) {
    await closers.close();
    throw error;
  }
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { parse } from 'yaml';
import { Env as ApiEnv } from '../apps/api/src/env';
import { trustedProxies } from '../apps/api/src/trusted-proxies';
import { Env as WorkerEnv } from '../apps/worker/src/env';
import { version } from '../package.json';

type Service = Readonly<{
  image: string;
  environment: Readonly<Record<string, string>>;
  ports?: readonly string[];
  command?: readonly string[];
  healthcheck?: Readonly<{ test: readonly string[] }>;
  depends_on?: Readonly<Record<string, Readonly<{ condition: string }>>>;
  read_only?: boolean;
  cap_drop?: readonly string[];
  restart?: string;
  stop_grace_period?: string;
  volumes?: readonly string[];
}>;

const folder = __dirname;
const compose = parse(readFileSync(path.join(folder, 'compose.yaml'), 'utf8'), { merge: true }) as Readonly<{
  services: Readonly<Record<string, Service>>;
  volumes: Readonly<Record<string, unknown>>;
}>;
const service = (name: string): Service => {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`compose.yaml has no service ${name}`);
  return found;
};
const settingsOf = (env: new () => object): Set<string> =>
  new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(env, '', false, false)
      .map(({ propertyName }) => propertyName),
  );
const instructions = readFileSync(path.join(folder, 'Dockerfile'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('the compose file', () => {
  it.each([
    ['api', ApiEnv],
    ['worker', WorkerEnv],
    ['migrate', ApiEnv],
  ] as const)('gives %s only settings that its Env class knows', (name, env) => {
    const known = settingsOf(env);
    expect(Object.keys(service(name).environment).filter((setting) => !known.has(setting))).toEqual([]);
  });

  it.each([
    ['api', ApiEnv],
    ['worker', WorkerEnv],
  ] as const)('gives %s every setting that has no default', (name, env) => {
    const instance = Object.fromEntries(Object.entries(new env())) as Readonly<Record<string, unknown>>;
    const optional = new Set(
      getMetadataStorage()
        .getTargetValidationMetadatas(env, '', false, false)
        .filter(({ type }) => type === 'conditionalValidation')
        .map(({ propertyName }) => propertyName),
    );
    const missing = [...settingsOf(env)].filter(
      (setting) => instance[setting] === undefined && !optional.has(setting) && !(setting in service(name).environment),
    );
    expect(missing).toEqual([]);
  });

  it('pins every image to a version', () => {
    for (const [name, { image }] of Object.entries(compose.services))
      expect([name, image]).toEqual([name, expect.stringMatching(/:(\$\{\w+:-)?\d+\.\d+/)]);
  });

  it('publishes ports on the loopback only', () => {
    for (const { ports = [] } of Object.values(compose.services))
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('leaves metrics on the loopback of their containers', () => {
    for (const name of ['api', 'worker']) expect(service(name).environment).not.toHaveProperty('METRICS_HOST');
  });

  it('probes api and worker on the ports that they listen on', () => {
    for (const [name, setting] of [
      ['api', 'PORT'],
      ['worker', 'HEALTH_PORT'],
    ] as const) {
      const { environment, healthcheck } = service(name);
      expect(healthcheck?.test.join(' ')).toContain(`:${environment[setting] ?? 'unset'}/health/ready`);
    }
  });

  it('lets every service wait for what it needs, and one-shot jobs for nothing that never ends', () => {
    for (const [name, { depends_on: needs = {} }] of Object.entries(compose.services)) {
      for (const [needed, { condition }] of Object.entries(needs)) {
        const oneShot = ['database-roles', 'migrate', 'temporal-schema', 'temporal-namespace'].includes(needed);
        expect([name, needed, condition]).toEqual([
          name,
          needed,
          oneShot ? 'service_completed_successfully' : 'service_healthy',
        ]);
        expect(Object.keys(compose.services)).toContain(needed);
        if (!oneShot) expect(service(needed).healthcheck).toBeDefined();
      }
    }
  });

  it('runs api and worker read-only, without capabilities, with time to drain', () => {
    for (const name of ['api', 'worker']) {
      expect(service(name)).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        stop_grace_period: '45s',
        restart: 'unless-stopped',
      });
    }
  });

  it('holds no secret of its own: each comes from the environment, and must be set or may be left out', () => {
    for (const { environment } of Object.values(compose.services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET|PEPPER|MASTER_KEY|_PWD$/.test(name))
          expect([name, value]).toEqual([name, expect.stringMatching(/^\$\{\w+:(?:\?|-\}$)/)]);
      }
    }
  });

  it('can let staff sign in, and knows the proxy in front of it', () => {
    const { environment } = service('api');
    for (const name of ['OIDC_ISSUER_URL', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES_MAP'])
      expect(environment[name]).toBe(`\${${name}:-}`);
    const trusted = /^\$\{TRUSTED_PROXIES:-(.+)\}$/.exec(environment['TRUSTED_PROXIES'] ?? '')?.[1] ?? '';
    expect(trustedProxies(trusted)).toEqual(['uniquelocal']);
  });

  it('runs the image of this release', () => expect(service('api').image).toBe(`zikui:\${ZIKUI_VERSION:-${version}}`));

  it('names every setting that must be set in the example file', () => {
    const text = readFileSync(path.join(folder, 'compose.yaml'), 'utf8');
    const wanted = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    const offered = [...readFileSync(path.join(folder, '.env.example'), 'utf8').matchAll(/^(\w+)=/gm)].map(
      ([, name]) => name,
    );
    expect([...new Set(wanted)].sort()).toEqual([...offered].sort());
  });

  it('mounts only scripts that exist and volumes that it declares', () => {
    for (const { volumes = [] } of Object.values(compose.services)) {
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('./'))
          expect(() => readFileSync(path.join(folder, source, source.endsWith('.sh') ? '' : '.'), 'utf8')).not.toThrow(
            /ENOENT/,
          );
        else expect(Object.keys(compose.volumes)).toContain(source);
      }
    }
  });
});

describe('the image', () => {
  it('runs on glibc, as an ordinary user, in production mode', () => {
    expect(instructions).toContain('ARG NODE_IMAGE=node:20.20.2-bookworm-slim');
    expect(instructions.at(-1)).toMatch(/^CMD \["node"/);
    expect(instructions).toContain('USER 10001:10001');
    expect(instructions).toContain('ENV NODE_ENV=production');
  });

  it('carries no development packages, keeps optional ones, and never the sandbox', () => {
    const text = instructions.join('\n');
    expect(text).toContain('npm ci --omit=dev');
    expect(text).not.toContain('--omit=optional');
    const runtime = text.slice(text.indexOf('AS runtime'));
    expect(runtime).not.toContain('sandbox');
    expect(runtime).toContain('rm -rf /usr/local/lib/node_modules');
  });

  it('carries everything that the build makes and a program reads: api, console, worker, workflows', () => {
    const { scripts, dependencies } = JSON.parse(
      readFileSync(path.join(folder, '../package.json'), 'utf8'),
    ) as Readonly<{ scripts: Record<string, string>; dependencies: Record<string, string> }>;
    expect(scripts['build']).toContain('npm run build:web');
    const copied = instructions.flatMap(
      (line) => /^COPY --from=build \/zikui\/(\S+) \.\/(\S+)$/.exec(line)?.slice(1) ?? [],
    );
    for (const built of ['dist/apps/api', 'dist/apps/web', 'dist/apps/worker', 'dist/workflow-bundle.js'])
      expect(copied.filter((place) => place === built)).toHaveLength(2);
    // What shows the console is built into its files: the image needs none of it.
    expect(Object.keys(dependencies).filter((name) => /^(react|@mantine|@tanstack|i18next|vite)/.test(name))).toEqual(
      [],
    );
  });

  it('is built from all that its build reads: nothing of it is kept out of the context', () => {
    const ignored = readFileSync(path.join(folder, '../.dockerignore'), 'utf8').split('\n').filter(Boolean);
    for (const read of [
      'apps',
      'libs',
      'tools',
      'package.json',
      'package-lock.json',
      '.npmrc',
      'nest-cli.json',
      'LICENSE',
    ])
      expect(ignored).not.toContain(read);
    expect(ignored).toEqual(expect.arrayContaining(['.git', 'node_modules', '.env*', 'dist']));
  });
});

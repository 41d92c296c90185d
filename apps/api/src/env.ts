import { plainToInstance, Transform } from 'class-transformer';
import {
  IsEmpty,
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  Matches,
  Max,
  Min,
  MaxLength,
  MinLength,
  ValidateIf,
  validateSync,
} from 'class-validator';
import { readMapping } from './access/role-mapping';
import { trustedProxies } from './trusted-proxies';

const LOCAL = { require_protocol: true, require_tld: false } as const;
const WEB = { ...LOCAL, protocols: ['http', 'https'] };
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** When a gateway that gave no clear answer is asked again: 1m 5m 30m 2h 6h 24h, then daily to day 7. */
const LOOK_UPS_MS = [
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  6 * HOUR_MS,
  ...[1, 2, 3, 4, 5, 6, 7].map((day) => day * DAY_MS),
];

/** Every setting of the api, read once at boot. */
export class Env {
  @IsIn(['production', 'development', 'test']) readonly NODE_ENV: 'production' | 'development' | 'test' = 'production';
  @IsIn(LOG_LEVELS) readonly LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';
  @IsInt() @Min(1) @Max(65_535) readonly PORT: number = 3000;
  @MinLength(1) readonly HOST: string = '127.0.0.1';
  /** How callers reach this service; begins every link that it gives out. */
  @IsUrl(WEB) readonly PUBLIC_URL!: string;

  @IsUrl({ ...LOCAL, protocols: ['postgres', 'postgresql'] }) readonly DATABASE_URL!: string;
  @IsInt() @Min(1) @Max(200) readonly DATABASE_POOL_SIZE: number = 10;

  @Matches(/^[^\s:/]+:\d{1,5}$/, { message: 'must be host:port' }) readonly TEMPORAL_ADDRESS!: string;
  @MinLength(1) readonly TEMPORAL_NAMESPACE: string = 'refunds';
  /** Temporal Web, for the link on each refund; without it there is no link. */
  @IsOptional() @IsUrl(WEB) readonly TEMPORAL_UI_URL?: string;

  /** 32 bytes in base64: wraps the keys of personal data and of gateway secrets. */
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: 'must be 32 bytes in base64' }) readonly MASTER_KEY!: string;
  @MinLength(32) readonly API_KEY_PEPPER!: string;
  /** Keys the hash of gateway references; must survive every restore, or a repeat could not be recognised. */
  @MinLength(32) readonly GATEWAY_KEY_SECRET!: string;

  @IsUrl(WEB) readonly STRIPE_API_BASE: string = 'https://api.stripe.com';
  @IsUrl(WEB) readonly EASYPOST_API_BASE: string = 'https://api.easypost.com';

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').map(Number) : value))
  @IsInt({ each: true })
  @Min(1, { each: true })
  readonly REFUND_LOOK_UPS_MS: number[] = LOOK_UPS_MS;
  @IsInt() @Min(1) readonly REFUND_PENDING_LIMIT_MS: number = 14 * DAY_MS;

  /** Endpoints on this very machine, by plain HTTP: for development and tests, refused in production. */
  @IsIn(['true', 'false']) readonly WEBHOOK_ALLOW_LOOPBACK: 'true' | 'false' = 'false';

  /** The identity provider of the staff; without it nobody signs in, and keys are the only way in. */
  @IsOptional() @IsUrl(WEB) readonly OIDC_ISSUER_URL?: string;
  @ValidateIf(({ OIDC_ISSUER_URL }: Env) => OIDC_ISSUER_URL !== undefined)
  @MinLength(1)
  readonly OIDC_CLIENT_ID?: string;
  @IsOptional() @MinLength(1) readonly OIDC_CLIENT_SECRET?: string;
  @MinLength(6) readonly OIDC_SCOPES: string = 'openid email profile offline_access';
  /** The claim that names roles, each as `merchant:role` or as a group that the map translates. */
  @MinLength(1) readonly OIDC_ROLES_CLAIM: string = 'roles';
  @MaxLength(10_000) readonly OIDC_ROLES_MAP: string = '';

  /** How often it is noted which keys were used. */
  @IsInt() @Min(100) readonly KEY_USE_EVERY_MS: number = MINUTE_MS;
  @IsInt() @Min(1) readonly RATE_PER_SECOND: number = 50;
  @IsInt() @Min(1) readonly RATE_CREATES_PER_SECOND: number = 10;
  @IsInt() @Min(1) readonly FAILED_KEYS_PER_MINUTE: number = 20;
  /** Openings of customers' links, and what customers send, from one address. */
  @IsInt() @Min(1) readonly PORTAL_PER_MINUTE: number = 20;
  /** New links that are asked for from one address. */
  @IsInt() @Min(1) readonly PORTAL_LINKS_PER_HOUR: number = 30;
  /** The proxies before this service: their addresses, or how many there are; more than there are would let callers choose their address. */
  @MinLength(1) readonly TRUSTED_PROXIES: string = '0';
  /** Where `/metrics` is; 0 for nowhere. It needs no sign-in, so only this machine reaches it unless told otherwise. */
  @IsInt() @Min(0) @Max(65_535) readonly METRICS_PORT: number = 9464;
  @MinLength(1) readonly METRICS_HOST: string = '127.0.0.1';
  /** How often news for open pages are looked for, and how often a quiet page is told that all is well. */
  @IsInt() @Min(50) @Max(60_000) readonly STREAM_POLL_MS: number = 1_000;
  @IsInt() @Min(50) @Max(60_000) readonly STREAM_HEARTBEAT_MS: number = 15_000;
  /** Open pages with live updates; each is one connection. */
  @IsInt() @Min(1) @Max(10_000) readonly MOST_STREAMS: number = 500;
  /** Time for balancers to see that we are leaving, before we stop to listen. */
  @IsInt() @Min(0) @Max(30_000) readonly STOP_DELAY_MS: number = 5_000;

  /** The folder of the built console; without it, the one beside this program. */
  @IsOptional() @MinLength(1) readonly WEB_BUILD?: string;

  /** Where tests let this program stumble (docs/chaos.md). Nothing may be set in production, and builds that are shipped refuse it anyway. */
  @ValidateIf(({ NODE_ENV }: Env) => NODE_ENV === 'production')
  @IsEmpty({ message: 'must not be set in production' })
  readonly ZIKUI_FAILPOINTS?: string;
}

/** Reads the environment. Throws one error that names each bad setting and its rule, never its value. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const env = plainToInstance(Env, withoutEmpty(source), { enableImplicitConversion: true, exposeDefaultValues: true });
  const faults = validateSync(env).map((e) => `${e.property}: ${Object.values(e.constraints ?? {}).join(', ')}`);
  if (env.NODE_ENV === 'production' && env.WEBHOOK_ALLOW_LOOPBACK === 'true')
    faults.push('WEBHOOK_ALLOW_LOOPBACK: must be false in production');
  if (trustedProxies(env.TRUSTED_PROXIES) === undefined)
    faults.push('TRUSTED_PROXIES: must be a number from 0 to 10, or addresses');
  faults.push(...signInFaults(env));
  if (faults.length > 0) throw new Error(`Bad configuration\n${faults.join('\n')}`);
  return env;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const isPlainElsewhere = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !LOOPBACK.has(hostname);
};

/** A session's cookie, and the provider's tokens, go over plain http on this machine alone. */
function signInFaults({ OIDC_ISSUER_URL, PUBLIC_URL, OIDC_ROLES_MAP }: Env): readonly string[] {
  if (OIDC_ISSUER_URL === undefined || !URL.canParse(OIDC_ISSUER_URL) || !URL.canParse(PUBLIC_URL)) return [];
  return [
    ...(isPlainElsewhere(PUBLIC_URL)
      ? ['PUBLIC_URL: must be https where staff sign in, but on this machine itself']
      : []),
    ...(isPlainElsewhere(OIDC_ISSUER_URL) ? ['OIDC_ISSUER_URL: must be https, but on this machine itself'] : []),
    ...(readMapping(OIDC_ROLES_MAP) === null
      ? ['OIDC_ROLES_MAP: must be Group=merchant:role, with ; between pairs']
      : []),
  ];
}

/** A setting that is there but empty counts as absent: compose files write them so. */
const withoutEmpty = (source: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));

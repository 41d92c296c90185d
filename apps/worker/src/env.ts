import { plainToInstance, Transform } from 'class-transformer';
import {
  IsEmpty,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateIf,
  validateSync,
} from 'class-validator';
import { GATEWAYS } from '@zikui/connectors';
import { DELIVERY_RETRIES_MS } from '@zikui/domain';

const LOCAL = { require_protocol: true, require_tld: false } as const;
const WEB = { ...LOCAL, protocols: ['http', 'https'] };
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What one process may do; a deployment may give each role replicas of its own. */
const WORKER_ROLES = ['workflow', 'gateway', 'carrier', 'notify', 'ops', 'relay'] as const;
export type WorkerRole = (typeof WORKER_ROLES)[number];

/** Every setting of the worker, read once at boot. TLS and API keys for Temporal stand in the variables of Temporal's own environment configuration. */
export class Env {
  @IsIn(['production', 'development', 'test']) readonly NODE_ENV: 'production' | 'development' | 'test' = 'production';
  @IsIn(LOG_LEVELS) readonly LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';
  @IsString() @IsNotEmpty() readonly HEALTH_HOST: string = '0.0.0.0';
  @IsInt() @Min(1) @Max(65_535) readonly HEALTH_PORT: number = 3001;
  /** Where `/metrics` is; 0 for nowhere. It needs no sign-in, so only this machine reaches it unless told otherwise. */
  @IsInt() @Min(0) @Max(65_535) readonly METRICS_PORT: number = 9465;
  @IsString() @IsNotEmpty() readonly METRICS_HOST: string = '127.0.0.1';
  /** Where people reach the api; begins every link in a message. */
  @IsUrl(WEB) readonly PUBLIC_URL!: string;

  @IsUrl({ ...LOCAL, protocols: ['postgres', 'postgresql'] }) readonly DATABASE_URL!: string;
  @IsInt() @Min(1) @Max(200) readonly DATABASE_POOL_SIZE: number = 10;

  @Matches(/^[^\s:/]+:\d{1,5}$/, { message: 'must be host:port' }) readonly TEMPORAL_ADDRESS!: string;
  @MinLength(1) readonly TEMPORAL_NAMESPACE: string = 'refunds';
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsIn(WORKER_ROLES, { each: true })
  readonly WORKER_ROLES: WorkerRole[] = [...WORKER_ROLES];
  @IsString() @IsNotEmpty() readonly WORKFLOW_BUNDLE: string = 'dist/workflow-bundle.js';
  /** Workflows kept in memory between their tasks; more costs memory, fewer cost replays. */
  @IsInt() @Min(10) @Max(100_000) readonly MAX_CACHED_WORKFLOWS: number = 600;

  /** 32 bytes in base64: wraps the keys of personal data and of gateway secrets. */
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: 'must be 32 bytes in base64' }) readonly MASTER_KEY!: string;
  @MinLength(32) readonly API_KEY_PEPPER!: string;
  /** Keys the hash of gateway references; must survive every restore, or a repeat could not be recognised. */
  @MinLength(32) readonly GATEWAY_KEY_SECRET!: string;

  @IsUrl(WEB) readonly STRIPE_API_BASE: string = 'https://api.stripe.com';
  @IsUrl(WEB) readonly EASYPOST_API_BASE: string = 'https://api.easypost.com';
  /** How long one call to a gateway or carrier may take; longer than any gateway answers, shorter than the activity's limit. */
  @IsInt() @Min(100) @Max(25_000) readonly GATEWAY_TIMEOUT_MS: number = 20_000;
  /** How long an account at a gateway rests at first when it fails too often; twice as long after each probe that fails. */
  @IsInt() @Min(100) @Max(600_000) readonly GATEWAY_PAUSE_MS: number = 30_000;

  /** Calls a second to a gateway, over all workers together: `stripe=25,adyen=10`. A gateway that is not named has no limit of ours. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? ratesOf(value) : value))
  @IsObject()
  readonly GATEWAY_RATES: Readonly<Record<string, number>> = {};

  @IsUrl({ ...LOCAL, protocols: ['smtp', 'smtps'] }) readonly SMTP_URL!: string;
  /** `refunds@example.com` or `Name <refunds@example.com>`. */
  @Matches(/^[^\r\n]{3,320}$/) readonly MAIL_FROM!: string;

  /** How often processes and books are compared; the schedule that the first worker makes stays until it is deleted. */
  @IsInt() @Min(1_000) @Max(86_400_000) readonly RECONCILE_EVERY_MS: number = 900_000;
  /** How often the book of what people did is sealed. */
  @IsInt() @Min(1_000) @Max(7_200_000) readonly AUDIT_SEAL_EVERY_MS: number = 3_600_000;
  /** How often the relay looks for starts, signals and commands that nobody delivered. */
  @IsInt() @Min(50) @Max(60_000) readonly RELAY_EVERY_MS: number = 1_000;
  @IsInt() @Min(1) @Max(1_000) readonly RELAY_BATCH: number = 50;
  /** How long money that moved under an unknown reference is looked for among our own before it is imported as an external refund. */
  @IsInt() @Min(1_000) @Max(600_000) readonly UNMATCHED_FOR_MS: number = 600_000;

  /** Where tests let this program stumble (docs/chaos.md). Nothing may be set in production, and builds that are shipped refuse it anyway. */
  @ValidateIf(({ NODE_ENV }: Env) => NODE_ENV === 'production')
  @IsEmpty({ message: 'must not be set in production' })
  readonly ZIKUI_FAILPOINTS?: string;
  /** Endpoints on this very machine, by plain HTTP: for development and tests, refused in production. */
  @IsIn(['true', 'false']) readonly WEBHOOK_ALLOW_LOOPBACK: 'true' | 'false' = 'false';
  /** Waits between the tries of a webhook; the last one repeats for 72 hours. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').map(Number) : value))
  @IsInt({ each: true })
  @Min(1, { each: true })
  readonly WEBHOOK_RETRIES_MS: number[] = [...DELIVERY_RETRIES_MS];
  /** Webhooks that are on their way at once. */
  @IsInt() @Min(8) @Max(500) readonly WEBHOOK_SLOTS: number = 40;
}

/** `stripe=25,adyen=0.5`; anything else stays as it is, for the rule to refuse it. */
function ratesOf(text: string): unknown {
  const rates = text.split(',').map((part) => /^([a-z]+)=(\d{1,4}(?:\.\d{1,3})?)$/.exec(part.trim()));
  const read = rates.map((match) => [match?.[1] ?? '', Number(match?.[2])] as const);
  return read.every(([gateway, rate]) => GATEWAYS.some((name) => name === gateway) && rate > 0)
    ? Object.fromEntries(read)
    : text;
}

/** Reads the environment. Throws one error that names each bad setting and its rule, never its value. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const env = plainToInstance(Env, withoutEmpty(source), { enableImplicitConversion: true, exposeDefaultValues: true });
  const faults = validateSync(env).map((e) => `${e.property}: ${Object.values(e.constraints ?? {}).join(', ')}`);
  if (env.NODE_ENV === 'production' && env.WEBHOOK_ALLOW_LOOPBACK === 'true')
    faults.push('WEBHOOK_ALLOW_LOOPBACK: must be false in production');
  if (faults.length > 0) throw new Error(`Bad configuration\n${faults.join('\n')}`);
  return env;
}

/** A setting that is there but empty counts as absent: compose files write them so. */
const withoutEmpty = (source: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));

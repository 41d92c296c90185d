import { plainToInstance } from 'class-transformer';
import { IsInt, IsNotEmpty, IsString, Matches, Max, Min, validateSync } from 'class-validator';

/** Every setting of the sandbox. Port 0 takes any free one. */
export class Env {
  @IsInt() @Min(0) @Max(65535) readonly SANDBOX_PORT: number = 3002;
  @IsInt() @Min(0) @Max(65535) readonly SANDBOX_SMTP_PORT: number = 3025;
  @IsString() @IsNotEmpty() readonly SANDBOX_HOST: string = '127.0.0.1';
  @IsString() @IsNotEmpty() readonly SANDBOX_DATA_DIR: string = '.local/sandbox';
  /** How long after a failed delivery a webhook is tried again; the last pause repeats until the event is three days old. */
  @Matches(/^\d+(,\d+)*$/) readonly SANDBOX_WEBHOOK_RETRY_MS: string = '1000,5000,30000,60000,300000,1800000,3600000';
}

/** Reads the settings once. Throws with the name and rule of every bad one, never its value. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const env = plainToInstance(Env, source, { enableImplicitConversion: true, exposeDefaultValues: true });
  const faults = validateSync(env).map((e) => `${e.property}: ${Object.values(e.constraints ?? {}).join(', ')}`);
  if (faults.length > 0) throw new Error(`Bad configuration\n${faults.join('\n')}`);
  return env;
}

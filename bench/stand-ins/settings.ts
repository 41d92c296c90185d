export type StandInSettings = Readonly<{ port: number; smtpPort: number; latencyMs: number }>;

/** Where the bench's gateway and mail server listen. Throws when a setting is missing. */
export function readStandInSettings(source: NodeJS.ProcessEnv): StandInSettings {
  const number = (name: string): number => {
    const value = Number(source[name]);
    if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number`);
    return value;
  };
  return {
    port: number('STAND_IN_PORT'),
    smtpPort: number('STAND_IN_SMTP_PORT'),
    latencyMs: number('STAND_IN_LATENCY_MS'),
  };
}

type Line = (fields: Readonly<Record<string, string | number | boolean | null>>, message: string) => void;

/** Where the registries write one line per call. Fields hold references and times, never a secret or personal data. */
export type ConnectorLog = Readonly<{ info: Line; warn: Line }>;

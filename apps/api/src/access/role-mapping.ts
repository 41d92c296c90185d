const PAIR = /^(.{1,200})=([a-z0-9][a-z0-9-]*:[a-z_]+)$/;

/** `Group=merchant:role` pairs, with semicolons between them; null for a text that is none. */
export function readMapping(text: string): Readonly<Record<string, string>> | null {
  const pairs = text
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '');
  const read = pairs.map((pair) => PAIR.exec(pair));
  if (read.some((match) => match === null)) return null;
  return Object.fromEntries(read.map((match) => [match?.[1] ?? '', match?.[2] ?? '']));
}

/** What each group of the identity provider is here. Settings were checked at the boot. */
export const mappingOf = ({ OIDC_ROLES_MAP }: Readonly<{ OIDC_ROLES_MAP: string }>): Readonly<Record<string, string>> =>
  readMapping(OIDC_ROLES_MAP) ?? {};

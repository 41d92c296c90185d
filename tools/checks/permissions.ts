import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROLES, SCOPES, type Role, type Scope } from '@zikui/domain';
import { parse } from 'yaml';

const FILE = path.resolve(__dirname, '../../docs/api/permissions.yaml');
const GROUPS: Readonly<Record<string, readonly Role[]>> = { approvers: ['lead', 'manager', 'cfo'], everybody: ROLES };

/** Who may call one operation. */
export type Expected = Readonly<
  | { kind: 'public' }
  | {
      kind: 'closed';
      scopes: readonly Scope[];
      roles: readonly Role[];
      /** Who see no personal data, and who see lines alone. */ masked: readonly Role[];
      linesOnly: readonly Role[];
    }
>;
export type Expectations = ReadonlyMap<string, Expected>;
type Written = Readonly<{
  public?: boolean;
  signedIn?: boolean;
  scopes?: readonly string[];
  roles?: readonly string[];
  masked?: readonly string[];
  linesOnly?: readonly string[];
}>;

/** The matrix of `docs/api/permissions.yaml`, by `METHOD /path`. Throws for a scope or role that there is not. */
export function readPermissions(text = readFileSync(FILE, 'utf8')): Expectations {
  const written = parse(text, { uniqueKeys: true }) as Readonly<Record<string, Written>>;
  return new Map(Object.entries(written).map(([operation, cells]) => [operation, expectedOf(operation, cells)]));
}

function expectedOf(operation: string, written: Written): Expected {
  const { public: isPublic, signedIn, scopes = [], roles = [], masked = [], linesOnly = [] } = written;
  const rolesIn = (names: readonly string[]): readonly Role[] =>
    names.flatMap((role) => GROUPS[role] ?? [known(operation, ROLES, role)]);
  if (isPublic) return { kind: 'public' };
  return {
    kind: 'closed',
    scopes: scopes.map((scope) => known(operation, SCOPES, scope)),
    roles: signedIn ? ROLES : rolesIn(roles),
    masked: rolesIn(masked),
    linesOnly: rolesIn(linesOnly),
  };
}

function known<Value extends string>(operation: string, allowed: readonly Value[], value: string): Value {
  const found = allowed.find((one) => one === value);
  if (found === undefined)
    throw new Error(`docs/api/permissions.yaml: ${operation} names ${value}, which there is not`);
  return found;
}

type Described = Readonly<{ paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> }>;

/** Every operation of an OpenAPI document, as `METHOD /path`. */
export const operationsOf = ({ paths }: Described): readonly string[] =>
  Object.entries(paths).flatMap(([at, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${at}`),
  );

/** What the matrix forgets, and what it names that there is not; none when both are in step. */
export function gapsOf(expectations: Expectations, document: Described): readonly string[] {
  const described = operationsOf(document);
  return [
    ...described
      .filter((name) => !expectations.has(name))
      .map((name) => `${name} is missing in docs/api/permissions.yaml`),
    ...[...expectations.keys()]
      .filter((name) => !described.includes(name))
      .map((name) => `${name} of docs/api/permissions.yaml is no operation`),
  ];
}

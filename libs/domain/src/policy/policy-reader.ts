import { nearestName } from './nearest-name';
import type { PolicyFault, PolicyFaultCode } from './policy';
import type { Place, YamlNode } from './yaml-tree';

/** The fields of one map, by name. */
export type Fields = Readonly<{ offset: number; get(name: string): YamlNode | undefined }>;
type Found = Readonly<{ required: readonly string[]; optional?: readonly string[] }>;

const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const MOST_FAULTS = 100;

/**
 * Reads values out of a YAML tree and notes every fault with its place. A faulty value is read as a harmless one, so that
 * one look finds all faults; what was read counts only while `faults` is empty.
 */
export class PolicyReader {
  readonly faults: PolicyFault[] = [];
  /** What does not keep the text from being read. */ readonly findings: PolicyFault[] = [];
  constructor(private readonly placeOf: (offset: number) => Place) {}

  fault(code: PolicyFaultCode, offset: number, detail: string, suggestion: string | null = null): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ code, ...this.placeOf(offset), detail, suggestion });
  }

  finding(code: PolicyFaultCode, offset: number, detail: string, suggestion: string | null = null): void {
    if (this.findings.length < MOST_FAULTS) this.findings.push({ code, ...this.placeOf(offset), detail, suggestion });
  }

  /** The fields of a map: those that are required are there, and there are no others than those named. */
  fields(node: YamlNode, what: string, { required, optional = [] }: Found): Fields {
    if (node.kind !== 'map') {
      this.fault('policy_syntax', node.offset, `${what} must be a map`);
      return { offset: node.offset, get: () => undefined };
    }
    for (const { name, offset } of node.fields)
      if (!required.includes(name) && !optional.includes(name))
        this.fault(
          'unknown_field',
          offset,
          `${what} has no field ${name}`,
          nearestName(name, [...required, ...optional]),
        );
    const byName = new Map(node.fields.map(({ name, value }) => [name, value]));
    for (const name of required)
      if (!byName.has(name)) this.fault('policy_syntax', node.offset, `${what} lacks ${name}`);
    return { offset: node.offset, get: (name) => byName.get(name) };
  }

  /** The items of a list; none when it is absent. */
  list(node: YamlNode | undefined, what: string, most: number): readonly YamlNode[] {
    if (node === undefined) return [];
    if (node.kind !== 'list') {
      this.fault('policy_syntax', node.offset, `${what} must be a list`);
      return [];
    }
    if (node.items.length > most) this.fault('policy_syntax', node.offset, `${what} has more than ${most} entries`);
    return node.items.slice(0, most);
  }

  text(node: YamlNode | undefined, what: string, most: number): string {
    if (node === undefined) return '';
    const value = node.kind === 'scalar' && typeof node.value === 'string' ? node.value.trim() : '';
    if (value === '') this.fault('policy_syntax', node.offset, `${what} must be a text`);
    if (value.length > most) this.fault('policy_syntax', node.offset, `${what} is longer than ${most} characters`);
    if (CONTROL_CHARACTERS.test(value)) this.fault('policy_syntax', node.offset, `${what} holds a control character`);
    return value;
  }

  flag(node: YamlNode | undefined, what: string): boolean {
    if (node === undefined) return false;
    if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value;
    this.fault('policy_syntax', node.offset, `${what} must be true or false`);
    return false;
  }

  /** One of the names that are known; the first of them when it is not. */
  oneOf<const Name extends string>(
    node: YamlNode | undefined,
    what: string,
    known: readonly [Name, ...Name[]],
    code: PolicyFaultCode = 'policy_syntax',
  ): Name {
    if (node === undefined) return known[0];
    const value = node.kind === 'scalar' ? node.value : null;
    const name = known.find((one) => one === value);
    if (name === undefined)
      this.fault(code, node.offset, `${what} must be one of ${known.join(', ')}`, nearestName(String(value), known));
    return name ?? known[0];
  }

  /** A whole number from `least` to `most`, both included. */
  integer(
    node: YamlNode | undefined,
    what: string,
    [least, most]: readonly [number, number],
    code: PolicyFaultCode = 'policy_syntax',
  ): number {
    if (node === undefined) return least;
    const value = node.kind === 'scalar' ? node.value : null;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most) return value;
    this.fault(code, node.offset, `${what} must be a whole number from ${least} to ${most}`);
    return least;
  }

  /** An amount in minor units, or null when the field is absent. */
  amount(node: YamlNode | undefined, what: string): number | null {
    return node === undefined ? null : this.integer(node, what, [0, Number.MAX_SAFE_INTEGER], 'amount_not_integer');
  }

  basisPoints(node: YamlNode | undefined, what: string): number {
    return this.integer(node, what, [0, 10_000], 'bps_out_of_range');
  }
}

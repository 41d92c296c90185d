/** Prefixes of the ids people and programs see; the row's UUID without dashes follows. */
export const ID_PREFIXES = {
  merchant: 'mr',
  refund: 'rf',
  transfer: 'tr',
  return: 'rt',
  creditNote: 'cn',
  creditAccount: 'ca',
  creditEntry: 'ce',
  command: 'cm',
  parcel: 'pc',
  step: 'st',
  event: 'ev',
  message: 'ms',
  proposal: 'pp',
  reconciliation: 'rc',
  difference: 'df',
  webhookEndpoint: 'we',
  webhookDelivery: 'wd',
  dispute: 'dp',
  breaker: 'hd',
  payee: 'py',
  bankFile: 'bf',
  policyVersion: 'pv',
  backTest: 'bt',
  staff: 'su',
  apiKey: 'ak',
  delegation: 'dl',
  note: 'nt',
  evidence: 'ef',
  savedView: 'sv',
} as const;
export type IdKind = keyof typeof ID_PREFIXES;

/** `rf_` and the 32 hex digits of the UUID. */
export const publicId = (kind: IdKind, uuid: string): string => `${ID_PREFIXES[kind]}_${uuid.replaceAll('-', '')}`;
/** The UUID behind a public id, or `undefined` when the text is none of that kind. */
export function uuidOf(kind: IdKind, id: string): string | undefined {
  const match = new RegExp(
    `^${ID_PREFIXES[kind]}_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$`,
  ).exec(id);
  return match ? match.slice(1).join('-') : undefined;
}

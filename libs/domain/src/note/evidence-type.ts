/** Photos that are taken as evidence. Nothing that a browser could run is among them. */
export const EVIDENCE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];
export const MOST_EVIDENCE_BYTES = 8 * 1024 * 1024;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

/** What a file is by its first bytes, whatever it calls itself; null for anything that is not taken. */
export function evidenceTypeOf(file: Uint8Array): EvidenceType | null {
  const begins = (bytes: readonly number[], at = 0): boolean => bytes.every((byte, index) => file[at + index] === byte);
  if (begins(JPEG)) return 'image/jpeg';
  if (begins(PNG)) return 'image/png';
  return begins(RIFF) && begins(WEBP, 8) ? 'image/webp' : null;
}

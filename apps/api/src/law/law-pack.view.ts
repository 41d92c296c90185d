import { jurisdictionsOf, LAW_PACKS, restDaysKnownUntil, type LawPack } from '@zikui/domain';

/** A law pack as people read it before they rely on it: where it speaks, since when, and what it was read from. */
export type LawPackView = Pick<LawPack, 'version' | 'name' | 'issuedOn' | 'sources'> &
  Readonly<{ jurisdictions: readonly string[]; restDaysUntil: string }>;

/** Every pack of this release; the same for every merchant. */
export const LAW_PACK_VIEWS: readonly LawPackView[] = LAW_PACKS.map((pack) => {
  const { version, name, issuedOn, sources } = pack;
  const jurisdictions = jurisdictionsOf(pack);
  return { version, name, issuedOn, jurisdictions, restDaysUntil: restDaysKnownUntil(jurisdictions), sources };
});

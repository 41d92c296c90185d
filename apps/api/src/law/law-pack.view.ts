import { jurisdictionsOf, LAW_PACKS, restDaysKnownUntil, type LawPack } from '@zikui/domain';
import type { LawPackConfirmation, LawPackConfirmations } from '@zikui/persistence';

/** A law pack as people read it before they rely on it: where it speaks, since when, and what it was read from. */
export type LawPackView = Pick<LawPack, 'version' | 'name' | 'issuedOn' | 'sources'> &
  Readonly<{
    jurisdictions: readonly string[];
    restDaysUntil: string;
    /** By whom of the merchant, and when. */ confirmed: LawPackConfirmation | null;
  }>;

/** Every pack of this release; the same for every merchant but for who confirmed it. */
export const lawPackViews = (confirmations: LawPackConfirmations): readonly LawPackView[] =>
  PACKS.map((pack) => ({ ...pack, confirmed: confirmations.get(pack.version) ?? null }));

export const isLawPack = (version: string): boolean => PACKS.some((pack) => pack.version === version);

const PACKS = LAW_PACKS.map((pack) => {
  const { version, name, issuedOn, sources } = pack;
  const jurisdictions = jurisdictionsOf(pack);
  return { version, name, issuedOn, jurisdictions, restDaysUntil: restDaysKnownUntil(jurisdictions), sources };
});

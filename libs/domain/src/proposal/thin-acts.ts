import type { Role } from '../access/principal';
import { isPersonal, mayConfirm, mayPropose, PROPOSAL_KINDS, type ProposalKind } from './proposal-kind';

/** An act of two persons that too few can do. */
export type ThinAct = Readonly<{
  act: ProposalKind;
  /** Who can propose it. */ proposers: readonly string[];
  /** Who can confirm what another proposed. */ confirmers: readonly string[];
  /** `nobody`: no two persons can do it. `nobody_else`: not while one of them is away, or has a part in it. */
  verdict: 'nobody' | 'nobody_else';
}>;
/** A person with the roles that his sign-in or his keys give him; `signsIn`: he does not come by keys alone. */
export type Colleague = Readonly<{ person: string; roles: readonly Role[]; signsIn: boolean }>;

/** Acts that nobody, or nobody but the same few, can do. Amounts are left out of account, as they are of ladders. */
export function thinActs(house: readonly Colleague[]): readonly ThinAct[] {
  return PROPOSAL_KINDS.flatMap((act): readonly ThinAct[] => {
    const able = house.filter(({ signsIn }) => signsIn || !isPersonal(act));
    const proposers = able.filter(({ roles }) => roles.some((role) => mayPropose(act, role))).map(nameOf);
    const confirmers = able.filter(({ roles }) => roles.some((role) => mayConfirm(act, role))).map(nameOf);
    const verdict = verdictOf(proposers, confirmers);
    return verdict === null ? [] : [{ act, proposers, confirmers, verdict }];
  });
}

function verdictOf(proposers: readonly string[], confirmers: readonly string[]): ThinAct['verdict'] | null {
  const isPossible = (absent: string | null): boolean =>
    proposers.some((one) => one !== absent && confirmers.some((other) => other !== one && other !== absent));
  if (!isPossible(null)) return 'nobody';
  return [...proposers, ...confirmers].every(isPossible) ? null : 'nobody_else';
}

const nameOf = ({ person }: Colleague): string => person;

import {
  isDecidingRole,
  mayPropose,
  personOf,
  PROPOSAL_ROLES,
  publicId,
  refuseOwnRights,
  RefundError,
  uuidOf,
  type Principal,
  type Role,
} from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { idBehind, pageById } from '../database/id-cursor';
import { newId } from '../database/new-id';
import type { Page } from '../database/page';
import { invalidField } from '../invalid-field';
import { ProposalStore, type ProposalAnswer, type ProposalEffect } from '../proposal/proposal.store';
import type { NewProposal } from '../proposal/proposal.types';
import { SELECT_STAFF, staffView, type StaffRow, type StaffView } from './staff.view';
import { givePower, lockStaff, takeRoles, type Power } from './write-grants';

export type NewStaff = Readonly<{ email: string; name: string }>;
export type PowerAsk = Power & Readonly<{ staffId: string; reason: string }>;
type Call = Pick<NewProposal, 'route' | 'key' | 'bodyHash'>;
export type PowerAnswer =
  Readonly<{ kind: 'given'; staff: StaffView }> | Readonly<{ kind: 'proposed'; answer: ProposalAnswer }>;

/** The people who work for a merchant. `role_grant` says what each may do; every act here stands in the audit log. */
export class StaffStore {
  private readonly proposals: ProposalStore;

  constructor(private readonly database: Database) {
    this.proposals = new ProposalStore(database);
  }

  /** In the order in which they came. Throws `invalid_field` for a cursor that is none. */
  async list(
    merchantId: string,
    { limit, after }: Readonly<{ limit: number; after?: string }>,
  ): Promise<Page<StaffView>> {
    const rows = await this.database.read({ merchantId }, (tx) =>
      tx.query<StaffRow>(LIST, [merchantId, idBehind(after), limit + 1]),
    );
    return pageById(rows, limit, staffView);
  }

  /** By UUID; `undefined` for one that is unknown, or another merchant's. */
  async find(merchantId: string, id: string): Promise<StaffView | undefined> {
    const [row] = await this.database.read({ merchantId }, (tx) => tx.query<StaffRow>(FIND, [merchantId, id]));
    return row && staffView(row);
  }

  /** A colleague without any role yet. Safe to repeat. Throws `invalid_field` when the address belongs to somebody of another name. */
  async add(principal: Principal, { email, name }: NewStaff): Promise<StaffView> {
    const { merchantId, actor } = principal;
    const person = personOf(email);
    return this.database.write(principal, async (tx) => {
      const id = newId();
      const [made] = await tx.query(ADD, [id, merchantId, person, name, actor]);
      const [row] = await tx.query<StaffRow>(BY_PERSON, [merchantId, person]);
      if (!row || row.name !== name) throw invalidField('/email', 'somebody has this address already');
      if (made) await writeDown(tx, principal, 'staff.added', id);
      return staffView(row);
    });
  }

  /**
   * Gives a role or a limit. One that lets a person decide, or decide more, is written down as a proposal, once per call.
   * Throws `staff_not_found`, `second_person_needed` for one's own rights, `permission_missing`, `proposal_exists`.
   */
  async give(principal: Principal, ask: PowerAsk, call: Call): Promise<PowerAnswer> {
    const { merchantId } = principal;
    const known = await this.proposals.known(principal, call);
    if (known) return { kind: 'proposed', answer: { proposal: known, replayed: true } };
    const { role, amountLimit, staffId, reason } = ask;
    const given = await this.database.write(principal, async (tx) => {
      const staff = await lockStaff(tx, merchantId, staffId);
      refuseSelf(principal, staff.person);
      if (needsTwo(staff, ask)) return staff.person;
      await givePower(tx, { merchantId, id: staffId }, ask, { source: 'admin', actor: principal.actor });
      await writeDown(tx, principal, 'staff.power_given', staffId, { role, amountLimit });
      return staffView(await lockStaff(tx, merchantId, staffId));
    });
    if (typeof given !== 'string') return { kind: 'given', staff: given };
    const proposal: NewProposal = {
      kind: 'staff_power',
      subject: `staff:${staffId}`,
      ...{ refundId: null, transferId: null, amount: null, currency: null, reason: null },
      payload: { staff: publicId('staff', staffId), person: given, role, amountLimit },
      evidence: reason,
      ...call,
    };
    const answer = await this.proposals.propose(principal, proposal, async () => {
      if (!mayPropose('staff_power', principal.role))
        throw new RefundError('permission_missing', { permission: PROPOSAL_ROLES.staff_power.propose.join(' or ') });
    });
    return { kind: 'proposed', answer };
  }

  /** Takes a role away, at once, also from whoever is signed in. Safe to repeat. Throws `staff_not_found`, `second_person_needed`. */
  async takeRole(principal: Principal, staffId: string, role: Role): Promise<StaffView> {
    return this.database.write(principal, async (tx) => {
      refuseSelf(principal, (await lockStaff(tx, principal.merchantId, staffId)).person);
      const taken = await takeRoles(tx, staffId, { role, actor: principal.actor });
      if (taken.length > 0) await writeDown(tx, principal, 'staff.role_taken', staffId, { role });
      return staffView(await lockStaff(tx, principal.merchantId, staffId));
    });
  }

  /** Takes somebody off the staff: no role, no session, no sign-in. Safe to repeat. Throws as `takeRole`. */
  async remove(principal: Principal, staffId: string): Promise<void> {
    await this.database.write(principal, async (tx) => {
      refuseSelf(principal, (await lockStaff(tx, principal.merchantId, staffId)).person);
      await takeRoles(tx, staffId, { role: null, actor: principal.actor });
      await tx.query(END_SESSIONS, [staffId]);
      const [gone] = await tx.query(DISABLE, [staffId]);
      if (gone) await writeDown(tx, principal, 'staff.removed', staffId);
    });
  }

  /** Ends whatever session a person has. Safe to repeat. Throws `staff_not_found`. */
  async endSessions(principal: Principal, staffId: string): Promise<void> {
    await this.database.write(principal, async (tx) => {
      await lockStaff(tx, principal.merchantId, staffId);
      await tx.query(END_SESSIONS, [staffId]);
      await writeDown(tx, principal, 'staff.sessions_ended', staffId);
    });
  }
}

/** What the confirmation of a `staff_power` proposal does. */
export const confirmStaffPower =
  (confirmer: Principal): ProposalEffect =>
  async (tx, { view }) => {
    const staffId = uuidOf('staff', String(view.payload['staff']));
    if (staffId === undefined) throw new RefundError('proposal_void');
    const { role = null, amountLimit = null } = view.payload as unknown as Partial<Power>;
    await lockStaff(tx, confirmer.merchantId, staffId);
    const by = { source: 'admin' as const, actor: view.proposedBy, proposalId: uuidOf('proposal', view.id) ?? '' };
    await givePower(tx, { merchantId: confirmer.merchantId, id: staffId }, { role, amountLimit }, by);
    await writeDown(tx, confirmer, 'staff.power_given', staffId, { role, amountLimit, proposal: view.id });
  };

/** A power to decide, or to give powers, is not one person's to give. */
const needsTwo = (staff: StaffRow, { role, amountLimit }: Power): boolean =>
  (role !== null && isDecidingRole(role) && !staff.roles.some((held) => held.role === role)) ||
  (amountLimit !== null && amountLimit > (staff.amountLimit ?? 0));

function refuseSelf(principal: Principal, person: string): void {
  const refusal = refuseOwnRights(principal, person);
  if (refusal) throw new RefundError(refusal.code, refusal.values);
}

const writeDown = (
  tx: Tx,
  principal: Principal,
  action: string,
  staffId: string,
  data: Readonly<Record<string, string | number | null>> = {},
): Promise<void> =>
  appendAudit(tx, { ...doneBy(principal), refundId: null, action, subject: publicId('staff', staffId), data });

const FIND = `${SELECT_STAFF} WHERE s.merchant_id = $1 AND s.id = $2`;
const BY_PERSON = `${SELECT_STAFF} WHERE s.merchant_id = $1 AND s.person = $2`;
const LIST = `${SELECT_STAFF} WHERE s.merchant_id = $1 AND ($2::uuid IS NULL OR s.id > $2) ORDER BY s.id LIMIT $3`;
const ADD = `
INSERT INTO staff_user (id, merchant_id, person, name, created_by) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (merchant_id, person) DO NOTHING RETURNING id`;
const DISABLE = `UPDATE staff_user SET disabled_at = now() WHERE id = $1 AND disabled_at IS NULL RETURNING id`;
const END_SESSIONS = `UPDATE staff_session SET ended_at = now(), ended_because = 'administrator' WHERE staff_id = $1 AND ended_at IS NULL`;

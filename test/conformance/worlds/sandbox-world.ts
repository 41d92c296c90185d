import type { ConnectorLog } from '@zikui/connectors';
import type { GatewayAsk, PaymentGateway } from '@zikui/domain';
import type { StartedSandbox } from '../../unit/sandbox/started-sandbox';
import type { GatewayTrouble, GatewayWorld, Movement } from '../gateway-world';
import type { AnnouncementBox } from './announcement-box';

/** How the sandbox is told to meet a call with that trouble. */
const FAULTS: Readonly<Record<GatewayTrouble, Readonly<{ action: string; ms?: number; n?: number }>>> = {
  stays_pending: { action: 'pending' },
  answers_unlisted_status: { action: 'unlisted_status' },
  never_answers_before_work: { action: 'timeout_before_commit' },
  never_answers_after_work: { action: 'commit_then_timeout' },
  breaks_off_before_work: { action: 'reset_before_read' },
  breaks_off_after_work: { action: 'commit_then_reset' },
  fails_after_work: { action: 'commit_then_500' },
  fails_for_ever_after_work: { action: 'stored_500' },
  answers_late: { action: 'late_answer', ms: 1_500 },
  answers_in_drips: { action: 'slow_body', ms: 20_000 },
  answers_garbage: { action: 'html_body' },
  answers_half: { action: 'truncated_body' },
  answers_another_amount: { action: 'wrong_amount' },
  is_too_busy: { action: 'too_many_requests', ms: 2_000 },
  look_up_fails: { action: 'lookup_500' },
  look_up_hangs: { action: 'lookup_timeout' },
  look_up_lags: { action: 'lookup_empty_for_ms', ms: 60_000 },
  announces_twice: { action: 'webhook_duplicate', n: 1 },
  announces_out_of_order: { action: 'webhook_reorder' },
  announces_wrongly_signed: { action: 'webhook_bad_signature' },
  announces_stale: { action: 'webhook_old_timestamp' },
};

/** What is the same in every protocol that the sandbox speaks. `unitsPer`: the gateway's units per minor unit of ISO 4217. */
export function sandboxHands(
  sandbox: StartedSandbox,
  box: AnnouncementBox,
  unitsPer: (currency: string) => number,
): Pick<
  GatewayWorld,
  | 'trouble'
  | 'refuse'
  | 'movements'
  | 'refundsInDashboard'
  | 'settles'
  | 'fails'
  | 'told'
  | 'opensDispute'
  | 'endsDispute'
> {
  const order = async (fault: object, gatewayRef: string): Promise<void> => {
    await sandbox.post('/_faults', { target: 'gateway', match: { gatewayRef }, ...fault });
  };
  return {
    trouble: (kind, gatewayRef) => order(FAULTS[kind], gatewayRef),
    refuse: (code, gatewayRef) => order({ action: 'decline', code }, gatewayRef),
    async movements(gatewayRef) {
      const { items } = (await sandbox.get(`/_ledger?gatewayRef=${gatewayRef}`)) as { items: readonly Booked[] };
      return items.map((row) => ({ ...row, amount: row.amount / unitsPer(row.currency.toUpperCase()) }));
    },
    async refundsInDashboard(gatewayRef, { amount, currency }, madeAt) {
      const body = { gatewayRef, amount: amount * unitsPer(currency), ...(madeAt !== undefined && { madeAt }) };
      return ((await sandbox.post('/_control/refunds', body)) as { id: string }).id;
    },
    async settles({ id }) {
      await sandbox.post(`/_control/refunds/${id}/settle`, {});
    },
    async fails({ id }) {
      await sandbox.post(`/_control/refunds/${id}/fail`, {});
    },
    async opensDispute(gatewayRef, { amount, currency }) {
      const body = { gatewayRef, amount: amount * unitsPer(currency) };
      const { dispute, told } = (await sandbox.post('/_control/disputes', body)) as ToldDispute;
      return { id: dispute.id, told: told.length };
    },
    async endsDispute(id, as) {
      const path = `/_control/disputes/${id}/${as === 'won' ? 'win' : 'lose'}`;
      return ((await sandbox.post(path, {})) as ToldDispute).told.length;
    },
    told: (gatewayRef, count) => box.naming(gatewayRef, count),
  };
}
type ToldDispute = Readonly<{ dispute: Readonly<{ id: string }>; told: readonly unknown[] }>;
type Booked = Movement & Readonly<{ currency: string }>;

/** Where nothing listens. */
export const NOBODY = 'http://127.0.0.1:2';

/** The same adapter of a gateway whose address stands in the account, where nothing listens. */
export function elsewhere(gateway: PaymentGateway): PaymentGateway {
  const moved = ({ account, ...ask }: GatewayAsk): GatewayAsk => ({
    ...ask,
    account: { ...account, settings: { ...account.settings, address: NOBODY } },
  });
  return {
    ...gateway,
    refund: (ask) => gateway.refund(moved(ask)),
    findRefund: (ask) => gateway.findRefund(moved(ask)),
  };
}

export const SILENT: ConnectorLog = { info: () => undefined, warn: () => undefined };

/** Takes payments in a protocol in which nobody pays at the sandbox. `unitsPer`: as for the movements. */
export const takenInSandbox =
  (
    { post }: StartedSandbox,
    whose: Readonly<{ dialect: string; account: string }>,
    unitsPer: (currency: string) => number = () => 1,
  ): GatewayWorld['payment'] =>
  async ({ amount, currency }) => {
    const taken = await post('/_control/payments', { ...whose, amount: amount * unitsPer(currency), currency });
    return (taken as { gatewayRef: string }).gatewayRef;
  };

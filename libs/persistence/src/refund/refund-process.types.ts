import type {
  MoneyOn,
  NewDestination,
  RefundStatus,
  ResolutionAction,
  ReturnMode,
  TransferStatus,
} from '@zikui/domain';

/** Which workflow run writes, and where it stands: `version` rises strictly, (`runId`, `seq`) names one transition. */
export type Transition = Readonly<{
  merchantId: string;
  refundId: string;
  runId: string;
  seq: number;
  version: number;
}>;

export type ProcessTransfer = Readonly<{
  id: string;
  no: number;
  gateway: string;
  destination: 'payment' | 'store_credit' | 'manual';
  status: TransferStatus;
  /** For people: `100.00 ILS`. */ label: string;
}>;
export type OpenStep = Readonly<{
  no: number;
  role: string;
  dueAtMs: number | null;
  /** How many approvals it still waits for at least; absent in what was recorded before steps could ask for several. */
  missing?: number;
  /** When those it asks for are reminded, or a higher role is offered it; null when nothing of that is left. */
  nextAtMs?: number | null;
}>;

/** Recorded facts with which a run begins, or goes on after a reset. */
export type OpenedRefund = Readonly<{
  status: RefundStatus;
  /** True when the row had left `requested` before: the run continues from `status` instead of opening. */
  resume: boolean;
  openStep: OpenStep | null;
  stepCount: number;
  snapshotHash: string;
  statutory: boolean;
  /** Owner of the credential that requested; may not decide. */ requesterOwner: string;
  /** End of the silence limit while approvals or goods are awaited. */ silentUntilMs: number | null;
  /** Two days before `payBy` for a statutory refund. */ reviewAtMs: number | null;
  goods: Readonly<{
    returnId: string;
    no: number;
    mode: ReturnMode;
    moneyOn: MoneyOn;
    dueAtMs: number;
    /** False when the customer brings the goods back without a label of ours. */ label: boolean;
  }> | null;
  storeCredit: boolean;
  transfers: readonly ProcessTransfer[];
  /** Message rows that wait to be sent, also those of an earlier run. */ messages: readonly QueuedMessage[];
}>;
/** The same for a repair; its transitions go on from the refund's version. */
export type OpenedRepair = OpenedRefund & Readonly<{ version: number }>;
export type QueuedMessage = Readonly<{ id: string; kind: string }>;

/** What asking the gateway now gave: an answer, which is recorded; nothing; or no answer. */
export type LookUpNow = 'found' | 'nothing' | 'no_answer' | 'no_look_up';

/** Why a projection is asked for. `money` recomputes the status from the transfers. */
export type ProjectMove =
  | Readonly<{
      kind: 'decision';
      command: string;
      step: number;
      actor: string;
      outcome: 'approve' | 'reject';
      snapshotHash: string;
      reasonCode: string | null;
    }>
  | Readonly<{ kind: 'silence' }>
  /** Nobody has decided the open step by its reminder or its escalation, which was due at `atMs`. */
  | Readonly<{ kind: 'step_due'; step: number; atMs: number }>
  | Readonly<{ kind: 'goods_arrived' }>
  | Readonly<{ kind: 'goods_expired' }>
  /** `command` is null when an operator cancelled the workflow itself. */
  | Readonly<{ kind: 'cancel'; command: string | null; actor: string }>
  /** An operator cancelled the workflow after money began to move: noted in the timeline, the status stays. */
  | Readonly<{ kind: 'operator_cancel_ignored' }>
  /** A person resolves what does not go on by itself. Two persons' acts name the `proposal` that is confirmed. */
  | Readonly<{
      kind: 'resolution';
      command: string;
      actor: string;
      action: ResolutionAction;
      /** Row id; null when it is about the refund. */ transfer: string | null;
      proposal: string | null;
      /** Where the money is to go, and to whom (row id; null for store credit). */ destination?: NewDestination | null;
      payee?: string | null;
      /** What the gateway was found to hold just now; null when it was not asked. */ finding: LookUpNow | null;
    }>
  /** With a `step`: when that step is offered to a higher role; else when the refund stops waiting. */
  | Readonly<{ kind: 'deadline'; command: string; actor: string; dueAtMs: number; step?: number | null }>
  | Readonly<{
      kind: 'money';
      /** Set when waiting ended without news. */ exhausted: boolean;
      /** Transfers whose gateway step ended without an answer: an attempt that is `sent` becomes unknown, a `prepared` one stays (nothing left). */
      unanswered: readonly string[];
      /** Transfers that something kept from being sent since the last look. */ held?: readonly string[];
    }>;

/** What a transition led to. `refused` = the decision could not be recorded (code of the error catalogue); nothing changed then. */
export type Projected = Readonly<{
  applied: boolean;
  status: RefundStatus;
  openStep: OpenStep | null;
  /** When the present wait (approval or goods) ends by itself; null when nothing runs out. */ dueAtMs: number | null;
  refused: string | null;
  /** What a decision is bound to now. */ snapshotHash: string;
  transfers: readonly ProcessTransfer[];
  messages: readonly QueuedMessage[];
}>;

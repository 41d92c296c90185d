/** What the sandbox can be told to do wrong, by what it is done to. One list, so that a misspelt name is refused. */
export const FAULT_ACTIONS = {
  gateway: [
    // the call that makes a refund
    'decline',
    'timeout_before_commit',
    'reset_before_read',
    'too_many_requests',
    'commit_then_timeout',
    'commit_then_500',
    'commit_then_reset',
    'stored_500',
    'late_answer',
    'html_body',
    'truncated_body',
    'slow_body',
    'wrong_amount',
    'unlisted_status',
    // what becomes of the refund
    'pending',
    'settle_then_reverse',
    'lookup_empty_for_ms',
    // the webhooks that tell of it
    'webhook_duplicate',
    'webhook_reorder',
    'webhook_before_answer',
    'webhook_delay',
    'webhook_never',
    'webhook_bad_signature',
    'webhook_old_timestamp',
    // the call that looks refunds up
    'lookup_timeout',
    'lookup_500',
  ],
  carrier: ['down', 'timeout', 'commit_then_timeout', 'commit_then_500', 'no_rates'],
  mail: ['refuse', 'defer', 'timeout', 'accept_then_reset'],
} as const;

export type FaultTarget = keyof typeof FAULT_ACTIONS;
export type FaultAction<T extends FaultTarget = FaultTarget> = (typeof FAULT_ACTIONS)[T][number];

type Trait = 'gatewayRef' | 'reference' | 'to';
/** Which calls a fault strikes: those about all of it. */
export type FaultMatch = Readonly<Partial<Record<Trait, string>>>;
/** What a call is about; a payment, for one, has two references. */
export type FaultSubject = Readonly<Partial<Record<Trait, readonly string[]>>>;
export type FaultOrder = Readonly<{
  target: FaultTarget;
  action: FaultAction;
  match?: FaultMatch;
  /** How many calls are struck. */ times: number;
  /** Chance of each matching call, drawn from `seed`, so that a run repeats. */ chance: number;
  seed: number;
  /** How long, for the actions that take time. */ ms?: number;
  /** How many, for duplicates. */ n?: number;
  /** The refusal's or failure's own code. */ code?: string;
}>;
export type Fault = FaultOrder & Readonly<{ id: string; hits: number }>;

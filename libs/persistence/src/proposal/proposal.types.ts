import type { ProposalFacts, ProposalKind, ProposalOutcome, ProposalStatus } from '@zikui/domain';

type PayloadValue = string | number | null;
/** What is to be done, as people see it: public ids, minor units, codes. Never changes. */
export type ProposalPayload = Readonly<Record<string, PayloadValue>>;

/** An act that its proposer may not do alone. */
export type NewProposal = Readonly<{
  kind: ProposalKind;
  /** Names what it is about; of one subject there is one open proposal of a kind. */ subject: string;
  refundId: string | null;
  transferId: string | null;
  payload: ProposalPayload;
  amount: number | null;
  currency: string | null;
  reason: string | null;
  evidence: string;
  /** With the key it names the call. */ route: string;
  key: string;
  bodyHash: string;
}>;

/** A proposal as the API shows it. */
export type ProposalView = Readonly<{
  id: string;
  kind: ProposalKind;
  status: ProposalStatus;
  refundId: string | null;
  transferId: string | null;
  payload: ProposalPayload;
  payloadHash: string;
  proposedBy: string;
  reason: string | null;
  evidence: string;
  createdAt: string;
  expiresAt: string;
  /** When it was decided, or became void. */ endedAt: string | null;
  decision: Readonly<{ outcome: ProposalOutcome; actor: string; role: string; note: string | null; at: string }> | null;
}>;
/** With what the right to decide it depends on. */
export type FoundProposal = Readonly<{ view: ProposalView; facts: ProposalFacts }>;

export type ProposalFilter = Readonly<{
  status?: ProposalStatus;
  kind?: ProposalKind;
  /** Any of these. */ kinds?: readonly ProposalKind[];
  /** UUID of the refund. */ refundId?: string;
  /** 1 to 200. */ limit: number;
  /** `next` of the page before. */ after?: string;
}>;

export type ProposalDecisionAsk = Readonly<{
  proposalId: string;
  outcome: ProposalOutcome;
  payloadHash: string;
  note: string | null;
  /** The caller's name for this one call. */ key: string;
  bodyHash: string;
}>;

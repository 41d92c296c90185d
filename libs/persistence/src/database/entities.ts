import { AccessFailureRow } from '../access/access-failure.entity';
import { ApiKeyRow } from '../access/api-key.entity';
import { IdempotencyKeyRow } from '../access/idempotency-key.entity';
import { RoleGrantRow } from '../access/role-grant.entity';
import { StaffSessionRow } from '../access/staff-session.entity';
import { StaffUserRow } from '../access/staff-user.entity';
import { ApprovalStepRow } from '../approval/approval-step.entity';
import { ApproverRow } from '../approval/approver.entity';
import { DecisionRow } from '../approval/decision.entity';
import { DelegationRow } from '../approval/delegation.entity';
import { StaffMessageRow } from '../approval/staff-message.entity';
import { StepReminderRow } from '../approval/step-reminder.entity';
import { AuditEntryRow } from '../audit/audit-entry.entity';
import { AuditHeadRow } from '../audit/audit-head.entity';
import { AuditSealRow } from '../audit/audit-seal.entity';
import { BankFileItemRow } from '../bank-transfer/bank-file-item.entity';
import { BankFileRow } from '../bank-transfer/bank-file.entity';
import { PayeeRow } from '../bank-transfer/payee.entity';
import { CreditAccountRow } from '../credit/credit-account.entity';
import { CreditEntryRow } from '../credit/credit-entry.entity';
import { CreditNoteRow } from '../credit-note/credit-note.entity';
import { CreditNoteSeriesRow } from '../credit-note/credit-note-series.entity';
import { DisputeRow } from '../dispute/dispute.entity';
import { LedgerTransactionRow } from '../ledger/ledger-transaction.entity';
import { PostingRow } from '../ledger/posting.entity';
import { LegalEntityRow } from '../merchant/legal-entity.entity';
import { MerchantRow } from '../merchant/merchant.entity';
import { MessageRow } from '../message/message.entity';
import { BackTestChangeRow } from '../policy/back-test-change.entity';
import { BackTestRow } from '../policy/back-test.entity';
import { PolicyVersionRow } from '../policy/policy-version.entity';
import { ProposalDecisionRow } from '../proposal/proposal-decision.entity';
import { ProposalRow } from '../proposal/proposal.entity';
import { PortalLinkRow } from '../portal/portal-link.entity';
import { ReconciliationRow } from '../reconciliation/reconciliation.entity';
import { ReconciliationDifferenceRow } from '../reconciliation/reconciliation-difference.entity';
import { ReportMovementRow } from '../reconciliation/report-movement.entity';
import { EvidenceRow } from '../note/evidence.entity';
import { NoteRow } from '../note/note.entity';
import { OutboxSignalRow } from '../outbox/outbox-signal.entity';
import { RefundDraftRow } from '../own-page/refund-draft.entity';
import { RefundWatchRow } from '../own-page/refund-watch.entity';
import { SavedViewRow } from '../own-page/saved-view.entity';
import { OutboxRow } from '../refund/outbox.entity';
import { RefundRow } from '../refund/refund.entity';
import { RefundCommandRow } from '../refund/refund-command.entity';
import { RefundEventRow } from '../refund/refund-event.entity';
import { RefundLineRow } from '../refund/refund-line.entity';
import { GoodsReturnRow } from '../return/goods-return.entity';
import { ParcelRow } from '../return/parcel.entity';
import { ParcelEventRow } from '../return/parcel-event.entity';
import { ReturnItemRow } from '../return/return-item.entity';
import { CustomerRow } from '../sale/customer.entity';
import { PaymentRow } from '../sale/payment.entity';
import { SaleRow } from '../sale/sale.entity';
import { SaleLineRow } from '../sale/sale-line.entity';
import { SendingHoldRow } from '../sending-hold/sending-hold.entity';
import { AttemptRow } from '../transfer/attempt.entity';
import { ReservationRow } from '../transfer/reservation.entity';
import { TransferRow } from '../transfer/transfer.entity';
import { InboxEventRow } from '../webhook/inbox-event.entity';
import { OutgoingEventRow } from '../webhook/outgoing-event.entity';
import { WebhookDeliveryRow } from '../webhook/webhook-delivery.entity';
import { WebhookEndpointRow } from '../webhook/webhook-endpoint.entity';

/** Every table. The migrations make them; `tools/checks/migrations-complete.ts` keeps both in step. */
export const ENTITIES = [
  MerchantRow,
  ApiKeyRow,
  AccessFailureRow,
  StaffUserRow,
  RoleGrantRow,
  StaffSessionRow,
  LegalEntityRow,
  CustomerRow,
  PolicyVersionRow,
  BackTestRow,
  BackTestChangeRow,
  SaleRow,
  SaleLineRow,
  PaymentRow,
  DisputeRow,
  RefundRow,
  RefundLineRow,
  RefundEventRow,
  TransferRow,
  ReservationRow,
  AttemptRow,
  ApprovalStepRow,
  DecisionRow,
  ApproverRow,
  DelegationRow,
  NoteRow,
  EvidenceRow,
  StaffMessageRow,
  GoodsReturnRow,
  ReturnItemRow,
  ParcelRow,
  ParcelEventRow,
  CreditAccountRow,
  CreditEntryRow,
  LedgerTransactionRow,
  PostingRow,
  CreditNoteSeriesRow,
  CreditNoteRow,
  MessageRow,
  PortalLinkRow,
  OutgoingEventRow,
  InboxEventRow,
  OutboxRow,
  IdempotencyKeyRow,
  RefundCommandRow,
  ProposalRow,
  ProposalDecisionRow,
  AuditEntryRow,
  ReconciliationRow,
  ReportMovementRow,
  PayeeRow,
  BankFileRow,
  BankFileItemRow,
  ReconciliationDifferenceRow,
  WebhookEndpointRow,
  WebhookDeliveryRow,
  AuditHeadRow,
  AuditSealRow,
  SendingHoldRow,
  OutboxSignalRow,
  RefundDraftRow,
  SavedViewRow,
  StepReminderRow,
  RefundWatchRow,
];

import { FirstHouse1764000000000 } from './1764000000000-first-house';
import { Insist1764050000000 } from './1764050000000-insist';
import { SecondPerson1764200000000 } from './1764200000000-second-person';
import { ShortClose1764200000001 } from './1764200000001-short-close';
import { OneOpenAttempt1764200000002 } from './1764200000002-one-open-attempt';
import { Reconciliation1764300000000 } from './1764300000000-reconciliation';
import { AttemptLastSent1764300000001 } from './1764300000001-attempt-last-sent';
import { AttemptsOfADay1764300000002 } from './1764300000002-attempts-of-a-day';
import { Reversal1764400000000 } from './1764400000000-reversal';
import { SendingHolds1764410000000 } from './1764410000000-sending-holds';
import { Disputes1764420000000 } from './1764420000000-disputes';
import { BankTransfers1764430000000 } from './1764430000000-bank-transfers';
import { OutgoingWebhooks1764440000000 } from './1764440000000-outgoing-webhooks';
import { AuditSeal1764440000001 } from './1764440000001-audit-seal';
import { EventsOfADay1764460000000 } from './1764460000000-events-of-a-day';
import { Surplus1764510000000 } from './1764510000000-surplus';
import { CreditNoteLists1764510000001 } from './1764510000001-credit-note-lists';
import { EndpointContact1764510000002 } from './1764510000002-endpoint-contact';
import { Walls1764520000000 } from './1764520000000-walls';
import { PolicyLife1764530000000 } from './1764530000000-policy-life';
import { LegalClock1764540000000 } from './1764540000000-legal-clock';
import { ApprovalLadders1764550000000 } from './1764550000000-approval-ladders';
import { Notes1764550000001 } from './1764550000001-notes';
import { StaffMessages1764550000002 } from './1764550000002-staff-messages';
import { Staff1764560000000 } from './1764560000000-staff';
import { AmountLimits1764570000000 } from './1764570000000-amount-limits';
import { StandIns1764570000001 } from './1764570000001-stand-ins';
import { ToldRows1764570000002 } from './1764570000002-told-rows';
import { StaffDeadlines1764580000000 } from './1764580000000-staff-deadlines';
import { WithdrawnSteps1764581000000 } from './1764581000000-withdrawn-steps';
import { Watcher1764582000000 } from './1764582000000-watcher';
import { Unmaskings1764582000001 } from './1764582000001-unmaskings';
import { ReviewAssignments1764582000002 } from './1764582000002-review-assignments';
import { ConfirmedLawPacks1764582000003 } from './1764582000003-confirmed-law-packs';
import { OwnPages1764582000010 } from './1764582000010-own-pages';
import { PortalLinks1764582000020 } from './1764582000020-portal-links';
import { StepReminders1764582000050 } from './1764582000050-step-reminders';
import { ResentMessages1764582000051 } from './1764582000051-resent-messages';
import { LongLists1764582000060 } from './1764582000060-long-lists';
import { SweptDrafts1764582000070 } from './1764582000070-swept-drafts';
import { DecisionsOfOne1764582000085 } from './1764582000085-decisions-of-one';
import { WordsAsSent1764582000090 } from './1764582000090-words-as-sent';
import { AskedLinks1764582000100 } from './1764582000100-asked-links';
import { EndpointsBegin1764582000111 } from './1764582000111-endpoints-begin';

/** In the order in which they run. Classes, not globs: paths differ between source and build. */
export const MIGRATIONS = [
  FirstHouse1764000000000,
  Insist1764050000000,
  SecondPerson1764200000000,
  ShortClose1764200000001,
  OneOpenAttempt1764200000002,
  Reconciliation1764300000000,
  AttemptLastSent1764300000001,
  AttemptsOfADay1764300000002,
  Reversal1764400000000,
  SendingHolds1764410000000,
  Disputes1764420000000,
  BankTransfers1764430000000,
  OutgoingWebhooks1764440000000,
  AuditSeal1764440000001,
  EventsOfADay1764460000000,
  Surplus1764510000000,
  CreditNoteLists1764510000001,
  EndpointContact1764510000002,
  Walls1764520000000,
  PolicyLife1764530000000,
  LegalClock1764540000000,
  ApprovalLadders1764550000000,
  Notes1764550000001,
  StaffMessages1764550000002,
  Staff1764560000000,
  AmountLimits1764570000000,
  StandIns1764570000001,
  ToldRows1764570000002,
  StaffDeadlines1764580000000,
  WithdrawnSteps1764581000000,
  Watcher1764582000000,
  Unmaskings1764582000001,
  ReviewAssignments1764582000002,
  ConfirmedLawPacks1764582000003,
  OwnPages1764582000010,
  PortalLinks1764582000020,
  StepReminders1764582000050,
  ResentMessages1764582000051,
  LongLists1764582000060,
  SweptDrafts1764582000070,
  DecisionsOfOne1764582000085,
  WordsAsSent1764582000090,
  AskedLinks1764582000100,
  EndpointsBegin1764582000111,
];

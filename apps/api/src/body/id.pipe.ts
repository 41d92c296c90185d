import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { RefundError, uuidOf, type ErrorCode, type IdKind } from '@zikui/domain';
import { pointerOf } from './json-pointer';
import { refBreach } from './text-rule';
import { ruleText } from './field-rules';

/** The row's UUID behind a public id in the path. An id that is none of that kind belongs to nothing: it is not found. */
abstract class IdPipe implements PipeTransform<string, string> {
  protected abstract readonly kind: IdKind;
  protected abstract readonly code: ErrorCode;

  transform(id: string): string {
    const uuid = uuidOf(this.kind, id);
    if (uuid === undefined) throw new RefundError(this.code, { [this.kind]: shownId(id) });
    return uuid;
  }
}

@Injectable()
export class RefundIdPipe extends IdPipe {
  protected readonly kind = 'refund';
  protected readonly code = 'refund_not_found';
}

@Injectable()
export class CommandIdPipe extends IdPipe {
  protected readonly kind = 'command';
  protected readonly code = 'command_not_found';
}

@Injectable()
export class ProposalIdPipe extends IdPipe {
  protected readonly kind = 'proposal';
  protected readonly code = 'proposal_not_found';
}

@Injectable()
export class ReconciliationIdPipe extends IdPipe {
  protected readonly kind = 'reconciliation';
  protected readonly code = 'reconciliation_not_found';
}

@Injectable()
export class WebhookEndpointIdPipe extends IdPipe {
  protected readonly kind = 'webhookEndpoint';
  protected readonly code = 'webhook_endpoint_not_found';
}

@Injectable()
export class WebhookDeliveryIdPipe extends IdPipe {
  protected readonly kind = 'webhookDelivery';
  protected readonly code = 'webhook_delivery_not_found';
}

@Injectable()
export class DisputeIdPipe extends IdPipe {
  protected readonly kind = 'dispute';
  protected readonly code = 'dispute_not_found';
}

@Injectable()
export class BreakerIdPipe extends IdPipe {
  protected readonly kind = 'breaker';
  protected readonly code = 'breaker_not_found';
}

@Injectable()
export class CreditNoteIdPipe extends IdPipe {
  protected readonly kind = 'creditNote';
  protected readonly code = 'credit_note_not_found';
}

@Injectable()
export class PayeeIdPipe extends IdPipe {
  protected readonly kind = 'payee';
  protected readonly code = 'payee_not_found';
}

@Injectable()
export class BankFileIdPipe extends IdPipe {
  protected readonly kind = 'bankFile';
  protected readonly code = 'bank_file_not_found';
}

@Injectable()
export class PolicyVersionIdPipe extends IdPipe {
  protected readonly kind = 'policyVersion';
  protected readonly code = 'policy_version_not_found';
}

@Injectable()
export class BackTestIdPipe extends IdPipe {
  protected readonly kind = 'backTest';
  protected readonly code = 'back_test_not_found';
}

@Injectable()
export class StaffIdPipe extends IdPipe {
  protected readonly kind = 'staff';
  protected readonly code = 'staff_not_found';
}

@Injectable()
export class ApiKeyIdPipe extends IdPipe {
  protected readonly kind = 'apiKey';
  protected readonly code = 'api_key_not_found';
}

@Injectable()
export class DelegationIdPipe extends IdPipe {
  protected readonly kind = 'delegation';
  protected readonly code = 'delegation_not_found';
}

@Injectable()
export class NoteIdPipe extends IdPipe {
  protected readonly kind = 'note';
  protected readonly code = 'note_not_found';
}

@Injectable()
export class MessageIdPipe extends IdPipe {
  protected readonly kind = 'message';
  protected readonly code = 'message_not_found';
}

@Injectable()
export class EvidenceIdPipe extends IdPipe {
  protected readonly kind = 'evidence';
  protected readonly code = 'evidence_not_found';
}

@Injectable()
export class SavedViewIdPipe extends IdPipe {
  protected readonly kind = 'savedView';
  protected readonly code = 'not_found';
}

/** A reference of the merchant's in the path, by the same rule as in a body. */
@Injectable()
export class RefPipe implements PipeTransform<string, string> {
  transform(ref: string, { data }: ArgumentMetadata): string {
    const breach = refBreach(ref);
    if (!breach) return ref;
    const fault = { pointer: pointerOf([data ?? '']), code: breach.code, detail: ruleText(breach.rule, breach.limit) };
    throw new RefundError(breach.code === 'card_number_refused' ? breach.code : 'invalid_request', {}, [fault]);
  }
}

/** Never echoes what is no reference. */
const shownId = (id: string): string | null => (refBreach(id) === null ? id : null);

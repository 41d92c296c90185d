import { POLICY_STATUSES, type PolicyStatus } from '@zikui/persistence';
import { ChoiceField, CurrencyField, HashField, NoteField, TextField, WholeNumberField } from '../body/fields';
import { PagingDto } from '../body/paging.dto';
import { PublicIdField } from '../body/public-id.field';
import { RefundRequestDto } from '../quote/refund-request.dto';

const LONGEST_TEXT = 60_000;
const LONGEST_PERIOD_DAYS = 366;
const PolicyTextField = (): PropertyDecorator =>
  TextField(
    { max: LONGEST_TEXT, lines: true, marks: true },
    { about: 'A policy in YAML, whole.', example: 'name: standard\ncurrency: ILS\n' },
  );

/** Body of `POST /v1/policies` and of `POST /v1/policies/validations`. */
export class PolicyTextDto {
  @PolicyTextField() readonly text!: string;
}

/** Body of `PUT /v1/policies/{id}`. */
export class PolicyChangeDto extends PolicyTextDto {
  @HashField({ about: '`hash` of the draft as it was read: what somebody else saved meanwhile is not lost.' })
  readonly basedOn!: string;
}

/** Query of `GET /v1/policies`. All given ones must hold. */
export class PolicyFilterDto extends PagingDto {
  @CurrencyField({ presence: 'optional' }) readonly currency?: string;
  @ChoiceField(POLICY_STATUSES, { presence: 'optional' }) readonly status?: PolicyStatus;
}

/** Query of `GET /v1/policies/{id}/diff`. */
export class PolicyDiffDto {
  @PublicIdField('policyVersion', {
    presence: 'optional',
    about: 'The version before; the one in force when left out.',
  })
  readonly against?: string;
}

/** Body of `POST /v1/policies/{id}/dry-runs`: a refund as it would be asked for. */
export class DryRunDto extends RefundRequestDto {
  @ChoiceField(['customer', 'staff', 'merchant'], {
    presence: 'optional',
    about: 'Who would ask; told by the key and `requestedBy` when left out.',
  })
  readonly requester?: 'customer' | 'staff' | 'merchant';
}

/** Body of `POST /v1/policies/{id}/back-tests`. */
export class BackTestDto {
  @WholeNumberField(LONGEST_PERIOD_DAYS, { about: 'Refunds that were asked for within these days.', example: 90 })
  readonly days!: number;
}

/** Body of `POST /v1/policies/{id}/publications`. */
export class PublicationDto {
  @NoteField({ about: 'Why, for the one who confirms it and for whoever reads it later.' }) readonly reason!: string;
}

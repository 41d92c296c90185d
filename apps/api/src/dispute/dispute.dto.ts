import {
  DISPUTE_FUNDS,
  DISPUTE_STATUSES,
  DISPUTE_VERDICTS,
  type DisputeFunds,
  type DisputeStatus,
  type DisputeVerdict,
} from '@zikui/domain';
import { AmountField, ChoiceField, CurrencyField, NoteField, PastInstantField, RefField } from '../body/fields';
import { PagingDto } from '../body/paging.dto';

/** Body of `POST /v1/disputes`. */
export class DisputeDto {
  @RefField() readonly saleRef!: string;
  @RefField({ about: 'The payment’s `ref` in its sale.' }) readonly payment!: string;
  @RefField({ max: 120, about: 'The id that the gateway gave the dispute.' }) readonly disputeRef!: string;
  @AmountField({ about: 'What is disputed, in minor units.' }) readonly amount!: number;
  @CurrencyField() readonly currency!: string;
  @RefField({ presence: 'optional', about: 'The gateway’s code of why.' }) readonly reason?: string;
  @PastInstantField({ presence: 'optional', about: 'When it was opened; now if it is missing.' })
  readonly openedAt?: string;
  @ChoiceField(['withdrawn'], { presence: 'optional', about: 'The gateway took the amount from the merchant.' })
  readonly funds?: Extract<DisputeFunds, 'withdrawn'>;
}

/** Body of `POST /v1/disputes/{id}/outcome`. */
export class DisputeOutcomeDto {
  @ChoiceField(DISPUTE_VERDICTS) readonly outcome!: DisputeVerdict;
  @ChoiceField(DISPUTE_FUNDS, {
    presence: 'optional',
    about: 'What the gateway did with the money, where it is known.',
  })
  readonly funds?: DisputeFunds;
  @NoteField({ about: 'What you know it by.' }) readonly evidence!: string;
}

/** Query of `GET /v1/disputes`. */
export class DisputeFilterDto extends PagingDto {
  @ChoiceField(DISPUTE_STATUSES, { presence: 'optional' }) readonly status?: DisputeStatus;
  @RefField({ presence: 'optional' }) readonly saleRef?: string;
}

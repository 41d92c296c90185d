import { DESTINATIONS, REASONS, type Destination, type Reason, type RefundRequest } from '@zikui/domain';
import { amountObjectBreach, shippingAskBreach } from '../body/amount-object-rule';
import { Field, ListField } from '../body/field.decorator';
import { AmountField, ChoiceField, NoteField, QuantityField, RefField, RefsField } from '../body/fields';
import type { Breach } from '../body/field-rules';
import { metadataBreach } from '../body/metadata-rule';

const RETURN_METHODS = ['carrier', 'drop_off', 'none'] as const;
const AMOUNT_SCHEMA = {
  type: 'object',
  properties: { amount: { type: 'integer', format: 'int64', minimum: 1, maximum: Number.MAX_SAFE_INTEGER } },
  required: ['amount'],
  additionalProperties: false,
};

const oneAskBreach = (line: object): Breach | null =>
  'quantity' in line === 'amount' in line ? { code: 'invalid_field', rule: 'quantity_or_amount' } : null;

/** One line, by units or by amount: exactly one of both. */
export class RefundRequestLineDto {
  @RefField({ about: "The line's ref in the sale.", example: 'l1' }) readonly ref!: string;
  @QuantityField({ presence: 'optional', example: 1 }) readonly quantity?: number;
  @AmountField({ presence: 'optional' }) readonly amount?: number;
}

/** Body of `POST /v1/refunds` and of `POST /v1/refunds/quote`: what was quoted is what is asked for. Amounts are integers in the sale's currency. */
export class RefundRequestDto implements RefundRequest {
  @RefField({ example: 'ORD-1042' }) readonly saleRef!: string;
  @ChoiceField(REASONS, { example: 'changed_mind' }) readonly reason!: Reason;
  @ListField(() => RefundRequestLineDto, { distinctBy: 'ref', each: oneAskBreach })
  readonly lines!: RefundRequestLineDto[];
  @Field(
    shippingAskBreach,
    { oneOf: [AMOUNT_SCHEMA, { type: 'string', enum: ['rest'] }] },
    { presence: 'optional', about: 'Part of the shipping, or the rest of it.', example: 'rest' },
  )
  readonly shipping?: Readonly<{ amount: number }> | 'rest';
  @Field(
    amountObjectBreach,
    { allOf: [AMOUNT_SCHEMA] },
    { presence: 'optional', about: 'Extra money that belongs to no line.' },
  )
  readonly goodwill?: Readonly<{ amount: number }>;
  @ChoiceField(DESTINATIONS, { example: 'original' }) readonly destination!: Destination;
  @ChoiceField(RETURN_METHODS, { presence: 'optional', about: '`none` = no goods come back.' })
  readonly returnMethod?: (typeof RETURN_METHODS)[number];
  @RefsField({
    presence: 'optional',
    min: 1,
    about: 'Which payments back the refund, in order; the order of the sale when left out.',
  })
  readonly paymentOrder?: string[];
  @RefField({
    presence: 'optional',
    about: "The person in the merchant's own system; counts as requester: he cannot approve.",
  })
  readonly requestedBy?: string;
  @NoteField({ presence: 'optional' }) readonly note?: string;
  @RefField({ presence: 'optional', about: "The merchant's own reference of this refund; unique.", example: 'RMA-77' })
  readonly externalRef?: string;
  @Field(
    metadataBreach,
    { type: 'object', additionalProperties: { type: 'string', maxLength: 200 } },
    {
      presence: 'optional',
      about: 'At most 20 names with short texts, no personal data.',
      example: { channel: 'help-desk' },
    },
  )
  readonly metadata?: Record<string, string>;
}

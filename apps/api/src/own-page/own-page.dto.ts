import { VIEWED_PAGES, type ViewedPage } from '@zikui/persistence';
import { ChoiceField, TextField } from '../body/fields';

const LONGEST_FORM = 8_000;
const LONGEST_NAME = 60;
const LONGEST_QUERY = 500;

/** Body of `PUT /v1/refund-drafts/{id}`. */
export class RefundDraftDto {
  @TextField(
    { max: LONGEST_FORM, marks: true, lines: true },
    { about: 'The form as its page writes it; nobody else reads it.' },
  )
  readonly form!: string;
}

/** Body of `PATCH /v1/saved-views/{id}`. */
export class SavedViewNameDto {
  @TextField({ max: LONGEST_NAME, marks: true }) readonly name!: string;
}

/** Body of `PUT /v1/saved-views`. */
export class SavedViewDto extends SavedViewNameDto {
  @ChoiceField(VIEWED_PAGES) readonly page!: ViewedPage;
  @TextField(
    { max: LONGEST_QUERY },
    { about: 'What stands behind the `?` of the address.', example: 'status=in_doubt' },
  )
  readonly query!: string;
}

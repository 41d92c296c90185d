import { ChoiceField } from '../body/fields';
import { PagingDto } from '../body/paging.dto';

/** Query of `GET /v1/reviews`. */
export class ReviewFilterDto extends PagingDto {
  @ChoiceField(['needs_review', 'in_doubt'], { presence: 'optional' }) readonly status?: 'needs_review' | 'in_doubt';
}

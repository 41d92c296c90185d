import { TextField } from '../body/fields';

const LONGEST = 254;

/** Query of `GET /v1/search`. */
export class SearchDto {
  @TextField(
    { max: LONGEST },
    {
      about:
        'The whole of an id, order, tracking code, document number, external reference, reference at a gateway, customer reference, mail address or telephone number.',
    },
  )
  readonly q!: string;
}

import { NoteField } from '../body/fields';

/** Body of `POST /v1/breakers/{id}/releases`. */
export class BreakerReleaseDto {
  @NoteField({ about: 'Why these refunds are in order, for the second person.' }) readonly reason!: string;
}

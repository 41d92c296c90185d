import { FlagField, NoteField, RefField } from '../body/fields';

/** Body of `PUT /v1/kill-switches`. */
export class KillSwitchDto {
  @RefField({ presence: 'optional', max: 32, about: 'Only money through this gateway; left out, all money.' })
  readonly gateway?: string;
  @FlagField({ about: '`true` stops new money at once. `false` proposes that it flows again.' }) readonly on!: boolean;
  @NoteField({ about: 'Why, for the people who read it now and later.' }) readonly reason!: string;
}

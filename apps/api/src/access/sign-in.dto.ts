import { ChoiceField, RefField, TextField } from '../body/fields';

/** Query of `GET /auth/sign-in`. */
export class SignInDto {
  @RefField({ presence: 'optional', about: 'At which merchant, for people who work for several.' })
  readonly merchant?: string;
  @TextField({ max: 500 }, { presence: 'optional', about: 'A path of this address to go to afterwards.' })
  readonly returnTo?: string;
  @ChoiceField(['true', 'false'], { presence: 'optional', about: '`true`: prove yourself to the provider anew.' })
  readonly again?: 'true' | 'false';
}

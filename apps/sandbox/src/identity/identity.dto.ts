import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';

/** Body of `POST /_control/people/{sub}`: what is left out stays, or is usual for a new person. */
export class PersonDto {
  @IsOptional() @IsEmail({ require_tld: false }) readonly email?: string;
  @IsOptional() @IsBoolean() readonly emailVerified?: boolean;
  @IsOptional() @IsString() @MaxLength(120) readonly name?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) readonly roles?: string[];
  @IsOptional() @IsBoolean() readonly blocked?: boolean;
}

/** Body of `POST /_control/identity`: what is wrong with the next ID token. */
export class SpoilDto {
  @IsIn(['signature', 'none', 'nonce', 'audience', 'issuer', 'expired'])
  readonly spoil!: 'signature' | 'none' | 'nonce' | 'audience' | 'issuer' | 'expired';
}

/** Query of `GET /oidc/authorize`, and, with a person chosen, the form of its page. */
export class AuthorizeDto {
  @IsIn(['code']) readonly response_type!: 'code';
  @IsString() @MaxLength(200) readonly client_id!: string;
  // Only programs of this machine are waited for: nothing of it leads anybody elsewhere.
  @Matches(/^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?\/[^\s]{0,500}$/) readonly redirect_uri!: string;
  @IsOptional() @IsString() @MaxLength(500) readonly scope?: string;
  @IsString() @MaxLength(500) readonly state!: string;
  @IsOptional() @IsString() @MaxLength(500) readonly nonce?: string;
  @Matches(/^[A-Za-z0-9_-]{43}$/) readonly code_challenge!: string;
  @IsIn(['S256']) readonly code_challenge_method!: 'S256';
  @IsOptional() @IsString() readonly prompt?: string;
  @IsOptional() @IsString() readonly max_age?: string;
}
export class ChosenDto extends AuthorizeDto {
  @IsString() @MaxLength(120) readonly person!: string;
}

/** Form of `POST /oidc/token`. */
export class TokenDto {
  @IsIn(['authorization_code', 'refresh_token']) readonly grant_type!: 'authorization_code' | 'refresh_token';
  @IsString() @MaxLength(200) readonly client_id!: string;
  @IsOptional() @IsString() readonly client_secret?: string;
  @IsOptional() @IsString() readonly code?: string;
  @IsOptional() @IsString() readonly redirect_uri?: string;
  @IsOptional() @IsString() readonly code_verifier?: string;
  @IsOptional() @IsString() readonly refresh_token?: string;
  @IsOptional() @IsString() readonly scope?: string;
}

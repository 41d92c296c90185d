/** What a service answers when the body alone does not say it: a status, headers, or work that begins once the caller has his answer. */
export class Answer<T> {
  constructor(
    readonly body: T,
    readonly more: Readonly<{
      status?: number;
      headers?: Readonly<Record<string, string>>;
      afterwards?: () => Promise<void>;
    }> = {},
  ) {}
}

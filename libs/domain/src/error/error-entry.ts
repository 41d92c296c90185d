/** What the world is told about one code. `{name}` in a sentence is filled from the values of the error. */
export type ErrorEntry = Readonly<{
  /** HTTP status of the answer. */ status: number;
  he: string;
  en: string;
  /** Names of the values that may come with the code; every placeholder is one of them. */ values: readonly string[];
  /** Those values that are amounts in minor units of the value `currency`. */ amounts?: readonly string[];
}>;

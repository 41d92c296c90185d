/** What a bank did with an order that stood in its file. */
export const BANK_OUTCOMES = ['settled', 'declined'] as const;
export type BankOutcome = (typeof BANK_OUTCOMES)[number];
export type StatedOutcome = Readonly<{
  outcome: BankOutcome;
  /** The line of the statement. */ statementRef: string | null;
}>;

/** The resolution that carries a stated outcome out. */
export const RESOLVES_AS = { settled: 'mark_settled', declined: 'mark_declined' } as const satisfies Record<
  BankOutcome,
  string
>;

/** One line of a statement as a proposal shows it: the outcome, and the line after a blank. References have no blanks. */
export const statedText = ({ outcome, statementRef }: StatedOutcome): string =>
  statementRef === null ? outcome : `${outcome} ${statementRef}`;

/** What such a text says; `undefined` for any other. */
export function readStated(text: unknown): StatedOutcome | undefined {
  const [word, statementRef = null, ...more] = typeof text === 'string' ? text.split(' ') : [];
  const outcome = BANK_OUTCOMES.find((one) => one === word);
  return outcome === undefined || more.length > 0 ? undefined : { outcome, statementRef };
}

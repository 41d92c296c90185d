/** A file as it is handed to whoever keeps it: sealed under the key of its customer, so that erasing the customer erases it there, too. */
export type SealedEvidence = Readonly<{ merchantId: string; evidenceId: string; sealed: string }>;

/** Keeps sealed evidence. What a file is, how large it is and whose it is was checked before, and stands in a row of ours. */
export interface EvidenceFiles {
  /**
   * Keeps a file and answers what its row holds to find it again. Asked just before the row is written: a file that no row
   * names was never enclosed, and whoever keeps it may throw it away. The same file again changes nothing.
   */
  keep(file: SealedEvidence): Promise<string>;
  /** The sealed file that a row holds so; `undefined` when it is gone. Throws when it cannot be reached. */
  read(held: string): Promise<string | undefined>;
}

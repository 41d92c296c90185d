import type { MessageWords } from '@zikui/domain';

/**
 * So many characters of a message are kept. What our texts make of allowed values is shorter; what is longer is cut, because
 * a mail that left must be recorded whatever it said. Sealed, a character takes eight at most (six bytes of JSON, in
 * base64): so what is kept never breaks `message_sealed_check`.
 */
const MOST = { subject: 500, text: 10_000 } as const;

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** The words as they are kept. */
export const wordsToKeep = ({ subject, text }: MessageWords): MessageWords => ({
  subject: cut(subject, MOST.subject),
  text: cut(text, MOST.text),
});

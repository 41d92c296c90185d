import type { NewMessage, Note } from '../step';

export type MoveSecrets = Readonly<{ gatewayKeySecret: string }>;
/** What leads on: its note, which carries the change of status, and the message that stands for it. */
export type LedBy = Readonly<{ note: Note | null; message: NewMessage | null }>;

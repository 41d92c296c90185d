import type { ErrorEntry } from './error-entry';

/** Refusals around approvals: who stands in for whom, what is asked back, what is enclosed. */
export const APPROVAL_ERRORS = {
  delegation_not_found: {
    status: 404,
    he: 'האצלת הסמכות {delegation} לא נמצאה.',
    en: 'The delegation {delegation} was not found.',
    values: ['delegation'],
  },
  approver_not_found: {
    status: 404,
    he: 'אין מי שמוסמך לאשר בשם {person}.',
    en: 'Nobody who may decide has the name {person}.',
    values: ['person'],
  },
  note_not_found: {
    status: 404,
    he: 'ההערה או השאלה {note} לא נמצאה.',
    en: 'The note {note} was not found.',
    values: ['note'],
  },
  evidence_not_found: {
    status: 404,
    he: 'הקובץ {evidence} לא נמצא.',
    en: 'The file {evidence} was not found.',
    values: ['evidence'],
  },
  sum_differs: {
    status: 409,
    he: 'הסכום שנכתב, {stated}, אינו סכום הבקשות שנבחרו: {sum}. אף החלטה לא נרשמה.',
    en: 'The sum that was stated, {stated}, is not that of the chosen requests: {sum}. Nothing was decided.',
    values: ['stated', 'sum', 'currency'],
    amounts: ['stated', 'sum'],
  },
} as const satisfies Record<string, ErrorEntry>;

import type { Sentence } from '../policy/policy';
import type { TimelineDepth, TimelineKind } from '../refund/timeline-kind';
import { declineSentence } from './decline-sentence';
import {
  ACTION_NAMES,
  HOLD_NAMES,
  DESTINATION_NAMES,
  MESSAGE_NAMES,
  MONEY_ON_NAMES,
  PARCEL_NAMES,
  PENDING_NAMES,
  ROLE_NAMES,
} from './display-names';
import { fillIn, type SentenceValues } from './fill-sentence';
import { rejectionSentence } from './rejection-reasons';
import { reviewSentence } from './review-sentence';
import { STATUS_SENTENCES } from './status-sentence';
import { TIMELINE_ENTRIES } from './timeline-entries';

/** What an entry's `data` holds: the fields that `TIMELINE_KINDS` lists for its kind. */
export type TimelineData = SentenceValues;

/** Who is shown entries of this kind. */
export const timelineDepth = (kind: TimelineKind): TimelineDepth => TIMELINE_ENTRIES[kind].depth;

/**
 * What happened, in one sentence of each language, with amounts, names and times filled in. Times are shown by the clock
 * of `zone`. Never throws for data that lacks a field: old rows stay readable.
 */
export function timelineText(kind: TimelineKind, data: TimelineData, zone?: string): Sentence {
  const entry = TIMELINE_ENTRIES[kind];
  const sentence = entry.when?.find(({ field, is }) => data[field] === is)?.text ?? entry;
  const named = namesIn(data);
  const inLanguage = (locale: 'he' | 'en'): string => fillIn(locale, sentence, { ...data, ...named[locale] }, zone);
  return { he: inLanguage('he'), en: inLanguage('en') };
}

type Names = Readonly<Record<string, string>>;
/** The codes among the data, as words: `role` fills `{roleName}`, a decline's `reason` fills `{declineText}`. */
function namesIn(data: TimelineData): Readonly<Record<'he' | 'en', Names>> {
  const sentences: Readonly<Record<string, Sentence | undefined>> = {
    roleName: nameOf(ROLE_NAMES, data['role']),
    toRoleName: nameOf(ROLE_NAMES, data['to']),
    rejectionText: rejectionSentence(codeOf(data['reasonCode'])),
    declineText: declineSentence(codeOf(data['reason'])),
    pendingText: nameOf(PENDING_NAMES, data['reason']),
    holdText: nameOf(HOLD_NAMES, data['reason']),
    reviewText: reviewSentence(codeOf(data['reviewReason'])),
    statusText: nameOf(STATUS_SENTENCES, data['status']),
    parcelText: nameOf(PARCEL_NAMES, data['status']),
    moneyOnText: nameOf(MONEY_ON_NAMES, data['moneyOn']),
    messageName: nameOf(MESSAGE_NAMES, data['message']),
    actionName: nameOf(ACTION_NAMES, data['action']),
    destinationName: nameOf(DESTINATION_NAMES, data['to']),
  };
  const he: Record<string, string> = {};
  const en: Record<string, string> = {};
  for (const [name, sentence] of Object.entries(sentences)) {
    if (sentence === undefined) continue;
    he[name] = sentence.he;
    en[name] = sentence.en;
  }
  return { he, en };
}

const codeOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
function nameOf(names: Readonly<Record<string, Sentence>>, value: unknown): Sentence | undefined {
  const code = codeOf(value);
  if (code === null) return undefined;
  return Object.hasOwn(names, code) ? names[code] : { he: code, en: code };
}

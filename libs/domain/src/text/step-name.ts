import { slotsOf, type LadderStep } from '../approval/approval-ladder';
import type { ApproverSlot } from '../approval/approver';
import type { Sentence } from '../policy/policy';
import { ROLE_NAMES } from './display-names';

/** Whom a step asks for, in words: a role, a team, a limit, or how many of which. */
export function stepName(step: Pick<LadderStep, 'role' | 'slots' | 'needed'>): Sentence {
  const names = slotsOf(step).map(slotName);
  const [first] = names;
  if (first !== undefined && names.length === 1) return first;
  const list = (language: 'he' | 'en'): string => names.map((name) => name[language]).join(' / ');
  const { needed = 1 } = step;
  if (needed === names.length) return { he: `כולם: ${list('he')}`, en: `all of ${list('en')}` };
  return needed === 1
    ? { he: `אחד מ: ${list('he')}`, en: `one of ${list('en')}` }
    : { he: `${needed} מתוך: ${list('he')}`, en: `${needed} of ${list('en')}` };
}

function slotName({ role, team, limit }: ApproverSlot): Sentence {
  const parts: Sentence[] = [
    ...(role === null ? [] : [ROLE_NAMES[role]]),
    ...(team === null ? [] : [{ he: `צוות ${team}`, en: `team ${team}` }]),
    ...(limit === null ? [] : [{ he: `תקרה מ־${limit}`, en: `limit from ${limit}` }]),
  ];
  return { he: parts.map(({ he }) => he).join(', '), en: parts.map(({ en }) => en).join(', ') };
}

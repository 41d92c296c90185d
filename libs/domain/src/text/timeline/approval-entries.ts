import type { TimelineEntries } from './timeline-entry';

/** The timeline's sentences about approvals: asked for, given, reminded of, discussed. */
export const APPROVAL_ENTRIES = {
  approval_requested: {
    depth: 'staff',
    he: 'נדרש אישור {step}: {roleName}, עד {dueAt:time}.',
    en: 'Approval {step} is needed from the {roleName} by {dueAt:time}.',
    when: [
      {
        field: 'dueAt',
        is: null,
        text: { he: 'נדרש אישור {step}: {roleName}.', en: 'Approval {step} is needed from the {roleName}.' },
      },
    ],
  },
  approval_given: {
    depth: 'staff',
    he: 'אישור {step} ניתן: {roleName}.',
    en: 'Approval {step} was given by the {roleName}.',
  },
  approval_escalated: {
    depth: 'staff',
    he: 'אישור {step} לא ניתן בזמן, וגם {toRoleName} רשאי לאשר.',
    en: 'Approval {step} was not given in time; the {toRoleName} may decide it too.',
    when: [
      {
        field: 'cause',
        is: 'nobody',
        text: {
          he: 'איש מהנדרשים לאישור {step} אינו יכול לאשר, ולכן גם {toRoleName} רשאי.',
          en: 'Nobody of those asked for approval {step} may give it, so the {toRoleName} may decide it too.',
        },
      },
    ],
  },
  approval_unreachable: {
    depth: 'staff',
    he: 'אין כרגע מי שרשאי לתת את אישור {step}.',
    en: 'At present nobody may give approval {step}.',
  },
  approval_reminded: {
    depth: 'staff',
    he: 'נשלחה תזכורת על אישור {step}.',
    en: 'Those asked for approval {step} were reminded.',
  },
  approval_assigned: {
    depth: 'staff',
    he: 'אישור {step} הועבר אל {to}.',
    en: 'Approval {step} was handed to {to}.',
  },
  approval_refused: {
    depth: 'customer',
    he: 'הבקשה נדחתה. {rejectionText}',
    en: 'The request was rejected. {rejectionText}',
  },
  note_added: { depth: 'staff', he: 'נוספה הערה.', en: 'A comment was added.' },
  question_asked: {
    depth: 'staff',
    he: 'לפני אישור {step} נשאלה שאלה למבקש ההחזר.',
    en: 'Before approval {step} the requester was asked a question.',
    when: [
      {
        field: 'askedOf',
        is: 'customer',
        text: {
          he: 'לפני אישור {step} נשאלה שאלה ללקוח.',
          en: 'Before approval {step} the customer was asked a question.',
        },
      },
    ],
  },
  question_answered: { depth: 'staff', he: 'התקבלה תשובה לשאלה.', en: 'The question was answered.' },
  evidence_added: { depth: 'staff', he: 'צורפה תמונה.', en: 'A photo was enclosed.' },
  destination_refused: {
    depth: 'staff',
    he: 'היעד החדש של הכסף לא אושר ({roleName}).',
    en: 'The new destination of the money was not approved by the {roleName}.',
  },
} as const satisfies TimelineEntries;

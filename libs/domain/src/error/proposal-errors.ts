import type { ErrorEntry } from './error-entry';

/** Refusals of acts that a second person has to confirm, and of resolutions. */
export const PROPOSAL_ERRORS = {
  second_person_needed: {
    status: 403,
    he: 'נדרש אדם נוסף: לא מי שהציע, לא מי שביקש את ההחזר ולא מי שמקבל אותו.',
    en: 'A second person is needed: not the one who proposed, nor who asked for the refund, nor who is paid.',
    values: ['proposedBy'],
  },
  proposal_not_found: {
    status: 404,
    he: 'ההצעה {proposal} לא נמצאה.',
    en: 'The proposal {proposal} was not found.',
    values: ['proposal'],
  },
  proposal_exists: {
    status: 409,
    he: 'כבר פתוחה הצעה באותו עניין ({proposal}). יש להכריע בה קודם.',
    en: 'A proposal on the same subject is open ({proposal}). Decide that one first.',
    values: ['proposal'],
  },
  proposal_not_open: {
    status: 409,
    he: 'ההצעה אינה פתוחה עוד ({status}).',
    en: 'The proposal is not open any more ({status}).',
    values: ['status', 'decidedBy', 'outcome', 'decidedAt'],
  },
  proposal_void: {
    status: 409,
    he: 'מאז שהוצעה, השתנה מה שההצעה עוסקת בו. יש לבדוק ולהציע מחדש.',
    en: 'What it is about has changed since it was proposed. Look again and propose anew.',
    values: [],
  },
  movement_taken: {
    status: 409,
    he: 'התנועה {gatewayRefundId} כבר רשומה בהעברה אחרת.',
    en: 'The movement {gatewayRefundId} already belongs to another transfer.',
    values: ['gatewayRefundId'],
  },
  too_early: {
    status: 409,
    he: 'עוד מוקדם: אפשר לקבוע שכסף לא עבר רק 24 שעות אחרי השליחה, או כשחברת הסליקה מציינת את הכישלון.',
    en: 'Too early: that no money moved can be stated 24 hours after sending, or when the gateway names the failure.',
    values: ['sentAt'],
  },
  look_up_failed: {
    status: 409,
    he: 'אי אפשר היה לברר עכשיו אצל חברת הסליקה, ולכן דבר לא השתנה.',
    en: 'The gateway could not be asked just now, so nothing was changed.',
    values: [],
  },
} as const satisfies Record<string, ErrorEntry>;

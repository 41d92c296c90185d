import type { TimelineEntries } from './timeline-entry';

/** The timeline's sentences about what people do with a refund that does not go on by itself. */
export const REVIEW_ENTRIES = {
  review_needed: {
    depth: 'staff',
    he: 'ההחזר דורש טיפול. {reviewText}',
    en: 'The refund needs a person. {reviewText}',
  },
  review_assigned: { depth: 'staff', he: 'הטיפול בהחזר הועבר אל {to}.', en: 'The refund was handed to {to}.' },
  resolved: {
    depth: 'staff',
    he: 'העברה {transfer}, {amount:money}: {actionName}.',
    en: 'Transfer {transfer}, {amount:money}: {actionName}.',
    when: [{ field: 'transfer', is: null, text: { he: 'הוחלט: {actionName}.', en: 'It was decided: {actionName}.' } }],
  },
  destination_changed: {
    depth: 'staff',
    he: 'במקום העברה {transfer}: העברה {into}, {amount:money}, {destinationName}. האישורים מתבקשים שוב.',
    en: 'Instead of transfer {transfer}: transfer {into}, {amount:money}, {destinationName}. The approvers are asked again.',
  },
  looked_up: {
    depth: 'staff',
    he: 'העברה {transfer}: נעשה בירור אצל חברת הסליקה, ולא נמצאה תנועה.',
    en: 'Transfer {transfer}: the gateway was asked and found no movement.',
    when: [
      {
        field: 'finding',
        is: 'found',
        text: {
          he: 'העברה {transfer}: נעשה בירור אצל חברת הסליקה, והתקבלה תשובה.',
          en: 'Transfer {transfer}: the gateway was asked and gave an answer.',
        },
      },
      {
        field: 'finding',
        is: 'no_answer',
        text: {
          he: 'העברה {transfer}: נעשה בירור, וחברת הסליקה לא ענתה.',
          en: 'Transfer {transfer}: the gateway was asked and did not answer.',
        },
      },
      {
        field: 'finding',
        is: 'no_look_up',
        text: {
          he: 'העברה {transfer}: את חברת הסליקה הזאת אי אפשר לשאול מה נעשה, ולכן לא נעשה בירור.',
          en: 'Transfer {transfer}: this gateway cannot be asked what it holds, so it was not asked.',
        },
      },
    ],
  },
  proposal_made: {
    depth: 'staff',
    he: 'הוצע: {actionName}. נדרש אישור של אדם נוסף.',
    en: 'Proposed: {actionName}. A second person has to confirm.',
  },
  proposal_confirmed: {
    depth: 'staff',
    he: 'אדם נוסף אישר: {actionName}.',
    en: 'A second person confirmed: {actionName}.',
  },
  proposal_rejected: {
    depth: 'staff',
    he: 'ההצעה נדחתה: {actionName}.',
    en: 'The proposal was rejected: {actionName}.',
  },
} as const satisfies TimelineEntries;

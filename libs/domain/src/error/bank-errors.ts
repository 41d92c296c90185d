import type { ErrorEntry } from './error-entry';

/** Refusals of transfers by hand: payees, and the files in which banks are asked to pay them. */
export const BANK_ERRORS = {
  payee_not_found: {
    status: 404,
    he: 'המוטב {payee} לא נמצא בהחזר הזה, או שפרטיו נמחקו.',
    en: 'The payee {payee} does not belong to this refund, or the details were erased.',
    values: ['payee'],
  },
  bank_file_not_found: {
    status: 404,
    he: 'קובץ הבנק {bankFile} לא נמצא.',
    en: 'The bank file {bankFile} was not found.',
    values: ['bankFile'],
  },
  bank_file_erased: {
    status: 410,
    he: 'תוכן קובץ הבנק {bankFile} נמחק, כי הזמן לשמירת פרטי הבנק של לקוחות עבר.',
    en: 'The content of the bank file {bankFile} was erased: bank details of customers are kept for a limited time.',
    values: ['bankFile'],
  },
  nothing_to_export: {
    status: 422,
    he: 'אין העברות בנקאיות במטבע {currency} שאושרו וממתינות לקובץ.',
    en: 'No approved bank transfer in {currency} waits for a file.',
    values: ['currency', 'legalEntity'],
  },
  legal_entity_unknown: {
    status: 422,
    he: 'לבית העסק אין ישות משפטית בשם {legalEntity}.',
    en: 'The merchant has no legal entity {legalEntity}.',
    values: ['legalEntity'],
  },
} as const satisfies Record<string, ErrorEntry>;

const head = (name: string, currency: string): string => `name: ${name}
currency: ${currency}
calendar: { days: [sun, mon, tue, wed, thu], from: "09:00", to: "18:00", zone: Asia/Jerusalem, restDays: IL }
`;
const DESTINATIONS = 'destinations: { allow: [original, store_credit], creditBonusBps: 500, creditMonths: 60 }\n';
const ALLOW_ALL = `eligibility:
  - { id: all, when: 'true', allow: true, he: 'הכול מותר', en: 'Everything is allowed' }
`;

/** Approves everything at once: no return, no fee. */
export const openPolicy = (currency = 'ILS'): string => `${head('open', currency)}${ALLOW_ALL}${DESTINATIONS}approval:
  - { id: auto, when: 'true', steps: [] }
`;

/** The same, and keys may decide what people have to. */
export const machinePolicy = (
  currency = 'ILS',
): string => `${head('machines', currency)}${ALLOW_ALL}${DESTINATIONS}approval:
  machines: true
  ladder:
    - { id: auto, when: 'true', steps: [] }
`;

/** Goods come back first, two people decide by key, and a change of mind costs five percent. */
export const strictPolicy = (currency = 'ILS'): string => `${head('strict', currency)}eligibility:
  - { id: legal, when: 'statutory', allow: true, he: 'זכות ביטול לפי החוק', en: 'Legal right to cancel' }
  - { id: window, when: 'daysSinceDelivery >= 0 && daysSinceDelivery <= 30', allow: true, he: 'בתוך 30 ימים', en: 'Within 30 days' }
  - { id: default, when: 'true', allow: false, he: 'חלף המועד להחזרת המוצר', en: 'The return period is over' }
return:
  - { id: goods, when: 'lineKinds.exists(k, k == "goods")', mode: required, days: 21, he: 'החזר אחרי קבלת המוצר', en: 'Refund after the goods arrive' }
fee:
  - { id: mind, when: 'reason == "changed_mind"', bps: 500, max: 10000, he: 'דמי ביטול', en: 'Cancellation fee' }
${DESTINATIONS}approval:
  machines: true
  ladder:
    - { id: two, when: 'true', steps: [{ role: lead, hours: 8, then: manager }, { role: finance, hours: 16, then: cfo }] }
`;

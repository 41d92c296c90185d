/** The whole shape of a policy in one example, for tests. */
export const STANDARD_POLICY = `name: standard
currency: ILS                     # amounts are minor units; a merchant has one active version per currency
calendar: { days: [sun, mon, tue, wed, thu], from: "09:00", to: "18:00", zone: Asia/Jerusalem, restDays: IL }
eligibility:
  - { id: legal,   when: 'statutory', allow: true, he: 'זכות ביטול לפי החוק', en: 'Legal right to cancel' }
  - { id: window,  when: 'daysSinceDelivery >= 0 && daysSinceDelivery <= 30', allow: true, he: 'בתוך 30 ימים מהמסירה', en: 'Within 30 days of delivery' }
  - { id: default, when: 'true', allow: false, he: 'חלף המועד להחזרת המוצר', en: 'The return period is over' }
return:
  - { id: keep_cheap, when: 'goodsGross <= 3000', mode: returnless, he: 'אין צורך להחזיר את המוצר', en: 'Keep the item' }
  - { id: trusted,    when: 'customer.refundCount90d == 0 && payout <= 50000', mode: instant, holdDays: 6, he: 'החזר לפני קבלת המוצר', en: 'Refund first' }
  - { id: default,    when: 'lineKinds.exists(k, k == "goods")', mode: required, days: 21, he: 'החזר אחרי קבלת המוצר', en: 'Refund after the goods arrive' }
deductions: { A: 0, B: 0, C: 2500, D: 10000 }      # basis points of the unit gross; statutory refunds: only with evidence and a decision
fee:
  - { id: mind, when: 'reason == "changed_mind"', bps: 500, max: 10000, he: 'דמי ביטול', en: 'Cancellation fee' }
destinations: { allow: [original, store_credit], creditBonusBps: 500, creditMonths: 60 }
approval:
  - { id: auto,    when: 'payout <= 30000 && sums.customer30d + payout <= 60000', steps: [] }
  - { id: lead,    when: 'payout <= 200000', steps: [{ role: lead, hours: 8, then: manager }] }   # working hours
  - { id: default, when: 'true', steps: [{ role: lead, hours: 8, then: manager }, { role: finance, hours: 16, then: cfo }] }
limits: { perStaffDay: 500000, perSale: 3, merchantHour: 5000000, onBreach: hold }
onSilence: { notStatutory: expire, afterWorkingHours: 40 }
`;

import type { Role } from '../access/principal';
import type { MessageKind } from '../message/message';
import type { MoneyOn, Sentence } from '../policy/policy';
import type { Destination, NewDestination, Reason } from '../quote/quote';
import type { ResolutionAction } from '../resolution/resolution-action';
import type { ParcelStatus } from '../return/carrier';
import type { HoldReason, PendingReason } from '../transfer/transfer-status';

// What the codes of the domain are called inside a sentence. A new code does not compile until it has a name here.

export const ROLE_NAMES: Readonly<Record<Role, Sentence>> = {
  support: { he: 'שירות לקוחות', en: 'support' },
  lead: { he: 'ראש צוות', en: 'team lead' },
  manager: { he: 'מנהל', en: 'manager' },
  cfo: { he: 'סמנכ"ל כספים', en: 'chief financial officer' },
  finance: { he: 'כספים', en: 'finance' },
  policy_owner: { he: 'אחראי מדיניות', en: 'policy owner' },
  warehouse: { he: 'מחסן', en: 'warehouse' },
  ops: { he: 'תפעול מערכות', en: 'operations' },
  auditor: { he: 'מבקר', en: 'auditor' },
  admin: { he: 'מנהל מערכת', en: 'administrator' },
};

export const REASON_NAMES: Readonly<Record<Reason, Sentence>> = {
  changed_mind: { he: 'ביטול עסקה', en: 'change of mind' },
  defective: { he: 'מוצר פגום', en: 'defective' },
  not_as_described: { he: 'לא כפי שתואר', en: 'not as described' },
  late: { he: 'איחור', en: 'late' },
  not_delivered: { he: 'לא נמסר', en: 'not delivered' },
  duplicate_charge: { he: 'חיוב כפול', en: 'double charge' },
  billing_error: { he: 'טעות בחיוב', en: 'billing error' },
  service_cancelled: { he: 'השירות בוטל', en: 'service cancelled' },
  goodwill: { he: 'מחווה', en: 'goodwill' },
  other: { he: 'סיבה אחרת', en: 'another reason' },
};

export const DESTINATION_NAMES: Readonly<Record<Destination | NewDestination, Sentence>> = {
  original: { he: 'אמצעי התשלום המקורי', en: 'the original payment method' },
  store_credit: { he: 'זיכוי לקנייה עתידית', en: 'store credit' },
  manual: { he: 'העברה בנקאית', en: 'bank transfer' },
};

export const PARCEL_NAMES: Readonly<Record<ParcelStatus, Sentence>> = {
  label_created: { he: 'תווית הוכנה', en: 'label created' },
  in_transit: { he: 'בדרך', en: 'on its way' },
  out_for_delivery: { he: 'בחלוקה', en: 'out for delivery' },
  available_for_pickup: { he: 'ממתינה לאיסוף', en: 'ready for pickup' },
  delivered: { he: 'נמסרה', en: 'delivered' },
  exception: { he: 'תקלה במשלוח', en: 'delivery problem' },
  lost: { he: 'אבדה', en: 'lost' },
  returned_to_sender: { he: 'הוחזרה לשולח', en: 'returned to the sender' },
  cancelled: { he: 'בוטלה', en: 'cancelled' },
};

export const MONEY_ON_NAMES: Readonly<Record<MoneyOn, Sentence>> = {
  first_scan: { he: 'החבילה נמסרה לחברת המשלוחים', en: 'The carrier has the parcel' },
  delivered: { he: 'החבילה הגיעה', en: 'The parcel was delivered' },
  received: { he: 'המוצרים התקבלו במחסן', en: 'The warehouse received the goods' },
  inspected: { he: 'המוצרים נבדקו', en: 'The goods were inspected' },
};

export const PENDING_NAMES: Readonly<Record<PendingReason, Sentence>> = {
  processing: { he: 'ההחזר בטיפול', en: 'it is being processed' },
  insufficient_funds: { he: 'אין די כסף בחשבון בית העסק', en: "the merchant's balance is too low" },
  charge_pending: { he: 'החיוב המקורי עדיין לא הושלם', en: 'the original charge is not finished yet' },
  customer_action: { he: 'נדרשת פעולה של הלקוח', en: 'the customer has to act' },
};

export const HOLD_NAMES: Readonly<Record<HoldReason, Sentence>> = {
  dispute: { he: 'התשלום נמצא בהכחשת עסקה', en: 'the payment is disputed' },
  kill_switch: { he: 'ההעברות נעצרו', en: 'sending money was stopped' },
  breaker: { he: 'ההחזרים עברו את תקרת הסכום', en: 'refunds passed the limit of their amount' },
  gateway_paused: { he: 'חברת הסליקה אינה זמינה', en: 'the gateway is not available' },
};

export const MESSAGE_NAMES: Readonly<Record<MessageKind, Sentence>> = {
  refund_received: { he: 'הבקשה התקבלה', en: 'request received' },
  refund_approved: { he: 'ההחזר אושר', en: 'refund approved' },
  refund_rejected: { he: 'הבקשה נדחתה', en: 'request rejected' },
  refund_expired: { he: 'הבקשה פגה', en: 'request expired' },
  refund_cancelled: { he: 'הבקשה בוטלה', en: 'request cancelled' },
  return_instructions: { he: 'הוראות להחזרת המוצרים', en: 'how to return the goods' },
  goods_received: { he: 'המוצרים התקבלו', en: 'goods received' },
  refund_sent: { he: 'ההחזר נשלח', en: 'refund sent' },
  refund_completed: { he: 'ההחזר בוצע', en: 'refund complete' },
  refund_delayed: { he: 'ההחזר מתעכב', en: 'refund delayed' },
  refund_returned: { he: 'ההחזר חזר', en: 'refund returned' },
  credit_issued: { he: 'זיכוי הונפק', en: 'store credit issued' },
  question_asked: { he: 'שאלה ללקוח', en: 'question to the customer' },
  link_asked: { he: 'קישור לדף ההחזר', en: 'link to the refund page' },
};

export const ACTION_NAMES: Readonly<Record<ResolutionAction | 'bank_return', Sentence>> = {
  look_up: { he: 'בירור אצל חברת הסליקה', en: 'the gateway is asked' },
  retry: { he: 'ההעברה תישלח שוב', en: 'it is sent again' },
  mark_settled: { he: 'הכסף עבר', en: 'the money moved' },
  mark_declined: { he: 'הכסף לא עבר', en: 'no money moved' },
  change_destination: { he: 'הכסף יעבור בדרך אחרת', en: 'the money takes another way' },
  close_short: { he: 'ההחזר ייסגר בסכום ששולם', en: 'the refund ends with what was paid' },
  await_goods: { he: 'ממתינים שוב למוצרים', en: 'the goods are awaited again' },
  ask_approval: { he: 'האישורים מתבקשים שוב', en: 'the approvers are asked again' },
  fail: { he: 'ההחזר ייסגר בלי תשלום', en: 'the refund ends unpaid' },
  accept_surplus: { he: 'הסכום ששולם ביתר טופל', en: 'what was paid too much was seen to' },
  bank_return: { he: 'הבנק החזיר את הכסף', en: 'the bank returned the money' },
};

/** So long after its message was written the customer's link opens his page. */
export const PORTAL_LINK_DAYS = 30;
/** Mail scanners open links before people do, and people open them on several machines. */
export const MOST_PORTAL_OPENS = 40;
/** So many links that were asked for are sent to one mail address of a merchant within an hour. */
export const PORTAL_LINKS_PER_HOUR = 3;
/** To all customers of one merchant together: far above what people need, and an end to what a machine could send. */
export const PORTAL_LINKS_OF_A_MERCHANT_PER_HOUR = 1_000;
/** Photos that are taken with one answer. */
export const MOST_PHOTOS_AT_ONCE = 3;
/** Of an answer. */
export const MOST_ANSWER_LETTERS = 2_000;

import type { DemoCustomer, DemoLine } from './demo-sale';

const hebrew = (ref: string, name: string): DemoCustomer => ({ ref, name, email: `${ref}@example.com`, locale: 'he' });
const english = (ref: string, name: string): DemoCustomer => ({ ref, name, email: `${ref}@example.com`, locale: 'en' });

/** Who buys at the demo shop. Each story has a customer of its own, so that one story's sums never change the approval of another. */
export const CUSTOMERS = {
  noa: hebrew('noa', 'נועה לוי'),
  daniel: hebrew('daniel', 'דניאל כהן'),
  maya: hebrew('maya', 'מאיה פרץ'),
  omar: hebrew('omar', 'עומר חדאד'),
  yael: hebrew('yael', 'יעל אברהם'),
  amit: hebrew('amit', 'עמית ביטון'),
  rivka: hebrew('rivka', 'רבקה פרידמן'),
  itai: hebrew('itai', 'איתי שפירא'),
  lena: hebrew('lena', 'לנה גולדברג'),
  samir: hebrew('samir', 'סמיר נסאר'),
  tamar: hebrew('tamar', 'תמר דיין'),
  uri: hebrew('uri', 'אורי רוזן'),
  emma: english('emma', 'Emma Clarke'),
  lucas: english('lucas', 'Lucas Meyer'),
  grace: english('grace', 'Grace Kim'),
} as const;

const line = (sku: string, description: string, price: number, quantity = 1, category = 'home_garden'): DemoLine => ({
  sku,
  description,
  category,
  price,
  quantity,
});

/** What the shop sells: light and furniture. */
export const GOODS = {
  deskLamp: (quantity?: number) => line('LAMP-DESK', 'מנורת שולחן מתכווננת', 12_900, quantity),
  ceilingLamp: (quantity?: number) => line('LAMP-CEIL', 'גוף תאורה לתקרה', 17_900, quantity),
  bulbs: (quantity?: number) => line('BULB-E27-4', 'ארבע נורות LED', 4_900, quantity),
  vase: (quantity?: number) => line('VASE-CER', 'אגרטל קרמיקה', 8_900, quantity),
  mirror: (quantity?: number) => line('MIRROR-60', 'מראה עגולה 60 ס״מ', 14_900, quantity),
  armchair: (quantity?: number) => line('CHAIR-ARM', 'כורסה מרופדת', 89_000, quantity, 'furniture'),
  sofa: (quantity?: number) => line('SOFA-2', 'ספה דו־מושבית', 249_000, quantity, 'furniture'),
  bookcase: (quantity?: number) => line('BOOK-5', 'כוננית ספרים, חמישה מדפים', 69_000, quantity, 'furniture'),
  englishDeskLamp: (quantity?: number) => line('LAMP-DESK', 'Adjustable desk lamp', 4_500, quantity),
  englishFloorLamp: (quantity?: number) => line('LAMP-FLOOR', 'Floor lamp', 6_500, quantity),
  englishBedsideLamp: (quantity?: number) => line('LAMP-BED', 'Bedside lamp', 3_900, quantity),
} as const;

/** What delivery costs. */
export const DELIVERY = { ILS: 2_990, USD: 900, EUR: 690 } as const;

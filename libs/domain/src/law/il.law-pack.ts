import type { LawPack } from './law-pack';
import { WAIVER_REASONS } from './waiver-reasons';

/**
 * Israel: Consumer Protection Law 1981 and the cancellation regulations of 2010. Not legal advice. The statute was read
 * in excerpts only; section numbers and all that is not P must be confirmed by the merchant's lawyer.
 */
export const IL_LAW_PACK: LawPack = {
  version: 'IL-2026.1',
  name: { he: 'ישראל', en: 'Israel' },
  issuedOn: '2026-11-22',
  window: { days: 14 },
  protectedWindow: { months: 4 },
  uninformed: null,
  store: {
    currency: 'ILS',
    priceAbove: 5_000,
    windows: [
      { categories: ['clothing', 'shoes'], window: { from: 'sale', length: { countedDays: 2 } } },
      {
        categories: ['furniture', 'home_garden', 'electronics', 'watches', 'sealed_package'],
        window: { from: 'delivery', length: { days: 14 } },
      },
    ],
  },
  noRightKinds: ['digital', 'donation'],
  noRightCategories: ['perishable', 'personalised', 'opened_media'],
  beforeService: { countedDays: 2, byCategory: { travel: 7 } },
  conversationChannels: ['phone', 'doorstep'],
  waiverReasons: WAIVER_REASONS,
  fee: { bps: 500, max: 10_000, currency: 'ILS', freeChannels: ['doorstep'] },
  payWithin: { days: 14 },
  storePayWithin: { countedDays: 7 },
  payWaitsForGoods: false,
  creditMonths: 24,
  sources: [
    {
      rule: 'window: 14 days from the later of sale, delivery and details document',
      confidence: 'P',
      source: 'Consumer Protection Law 1981, sections 14C and 14C1; gov.il, cancelling a distance transaction',
      dated: '1981',
      url: null,
    },
    {
      rule: 'protectedWindow: four months after a conversation',
      confidence: 'P',
      source:
        'Consumer Protection Law 1981, section 14C1 (Amendment No. 47); a sale at the door counted as a conversation is unverified',
      dated: '2016-07-26',
      url: 'http://loc.gov/law/foreign-news/article/israel-mandatory-period-for-cancellation-of-transactions-by-certain-persons/',
    },
    {
      rule: 'store: two days that count for clothing and shoes, 14 days for the listed categories, above 50 shekels',
      confidence: 'S',
      source: 'Consumer Protection Regulations (Cancellation of a Transaction) 2010, secondary page',
      dated: '2010',
      url: null,
    },
    {
      rule: 'beforeService: at least two days that are no rest days, seven for travel',
      confidence: 'S',
      source: 'Consumer Protection Law 1981, section 14C(d), secondary page',
      dated: '1981',
      url: null,
    },
    {
      rule: 'noRight: perishable, personalised, opened media, digital; donations are no sale',
      confidence: 'S',
      source: 'Consumer Protection Law 1981, section 14C(d), secondary page',
      dated: '1981',
      url: null,
    },
    {
      rule: 'fee: 5 % of the transaction, at most 100 shekels, once per sale; none at the door',
      confidence: 'P',
      source: 'Consumer Protection Law 1981, section 14E; in another currency none (our choice)',
      dated: '1981',
      url: null,
    },
    {
      rule: 'waiver: defect, mismatch, delay and non-delivery without a fee',
      confidence: 'S',
      source: 'Consumer Protection Law 1981, section 14E(a); double charge and billing error are our choice',
      dated: '1981',
      url: null,
    },
    {
      rule: 'payWithin: 14 days from the notice, in a shop seven days that count',
      confidence: 'S',
      source: 'Consumer Protection Law 1981, section 14E; the shop rule was read for cash and is used for all',
      dated: '1981',
      url: null,
    },
    {
      rule: 'creditMonths: a credit voucher is good for two years at least',
      confidence: 'P',
      source: 'Consumer Protection Law 1981, excerpt of section 14G',
      dated: '1981',
      url: null,
    },
  ],
};

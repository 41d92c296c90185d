import type { LawPack } from './law-pack';
import { WAIVER_REASONS } from './waiver-reasons';

/**
 * European Union: Directive 2011/83 as the member states share it. Not legal advice. Article 9 was read in an excerpt;
 * what is not P must be confirmed by the merchant's lawyer.
 */
export const EU_LAW_PACK: LawPack = {
  version: 'EU-2026.1',
  name: { he: 'האיחוד האירופי', en: 'European Union' },
  issuedOn: '2026-11-22',
  window: { days: 14 },
  protectedWindow: null,
  uninformed: { months: 12 },
  store: null,
  noRightKinds: ['donation'],
  noRightCategories: ['perishable', 'personalised', 'opened_media', 'opened_hygiene', 'travel'],
  beforeService: null,
  conversationChannels: [],
  waiverReasons: WAIVER_REASONS,
  fee: null,
  payWithin: { days: 14 },
  storePayWithin: { days: 14 },
  payWaitsForGoods: true,
  creditMonths: 0,
  sources: [
    {
      rule: 'window: 14 days from delivery of the last goods, for all else from the contract',
      confidence: 'P',
      source: 'Directive 2011/83/EU, Article 9',
      dated: '2011-10-25',
      url: 'https://eur-lex.europa.eu/eli/dir/2011/83/oj',
    },
    {
      rule: 'uninformed: twelve months more, or 14 days from a later information',
      confidence: 'S',
      source: 'Directive 2011/83/EU, Article 10',
      dated: '2011-10-25',
      url: 'https://eur-lex.europa.eu/eli/dir/2011/83/oj',
    },
    {
      rule: 'noRight: perishable, personalised, opened media and hygiene goods, travel; donations are no sale',
      confidence: 'S',
      source: 'Directive 2011/83/EU, Article 16',
      dated: '2011-10-25',
      url: 'https://eur-lex.europa.eu/eli/dir/2011/83/oj',
    },
    {
      rule: 'payWithin: 14 days from the notice; payWaitsForGoods: unless the trader collects them',
      confidence: 'P',
      source: 'Directive 2011/83/EU, Article 13(1) and (3)',
      dated: '2011-10-25',
      url: 'https://eur-lex.europa.eu/eli/dir/2011/83/oj',
    },
    {
      rule: 'fee: none for a withdrawal',
      confidence: 'P',
      source: 'Directive 2011/83/EU, Articles 9 and 13; for the waiver reasons our choice',
      dated: '2011-10-25',
      url: 'https://eur-lex.europa.eu/eli/dir/2011/83/oj',
    },
    {
      rule: 'a last day on a rest day moves to the next working day',
      confidence: 'S',
      source: 'Regulation (EEC, Euratom) 1182/71, Article 3(4)',
      dated: '1971-06-03',
      url: 'https://eur-lex.europa.eu/eli/reg/1971/1182/oj',
    },
  ],
};

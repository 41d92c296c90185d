import { customerStatus, statusSentence, type Locale, type PayWay, type RefundStatus } from '@zikui/domain';
import { MessageStore, PortalPageStore, RefundCommandStore, RefundReadStore, type Projected } from '@zikui/persistence';
import { statusPage } from '../../../apps/api/src/portal/portal-html';
import { portalModel } from '../../../apps/api/src/portal/portal-view';
import staffInEnglish from '../../../apps/web/src/texts/en/parts.json';
import staffInHebrew from '../../../apps/web/src/texts/he/parts.json';
import { writeMessage } from '../../../libs/connectors/src/messaging/write-message';
import { ResolutionWorld } from '../../builders/resolution-world.builder';
import { storeCommand } from '../../builders/stored-command.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from '../../builders/stored-refund.builder';
import { DECLINED, settledWith, UNKNOWN } from '../../builders/stored-review.builder';

const LOCALES: readonly Locale[] = ['he', 'en'];
const BADGES = { he: staffInHebrew.refundStatus, en: staffInEnglish.refundStatus };
const AMOUNT = 10_000;

/** That money has left for the customer. What says that it has not is taken out first. */
const SAYS_SENT: Readonly<Record<Locale, RegExp>> = {
  he: /(?:נשלח|נשלחו|הוחזר|הוחזרו|החזירו|יצא לדרך)(?![א-ת])/,
  en: /\b(?:was|were|been|money) sent\b|\brefunded\b|\bpaid back\b|[·,] sent\b/i,
};
const SAYS_NOT: Readonly<Record<Locale, RegExp>> = {
  he: /(?:עדיין )?לא (?:נשלח|נשלחו|הועבר)|מוודאים שהכסף נשלח/g,
  en: /(?:has )?not (?:been )?sent(?: yet)?/gi,
};
const saysSent = (text: string, locale: Locale): string | null =>
  SAYS_SENT[locale].exec(text.replace(SAYS_NOT[locale], ''))?.[0] ?? null;
/** The words of a page, without what stands in its head. */
const wordsOf = (html: string): string =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<\/?bdi[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');

/** What somebody is told of one refund, in one language. */
type Told = Readonly<{ portal: string; message: string | null; messageKind: string | null; staff: string }>;
type Ending = Readonly<{
  what: string;
  make: () => Promise<Readonly<{ refund: StoredRefund; projected: Projected }>>;
  status: RefundStatus;
  way: PayWay;
  /** The newest message that its customer got. */ message: string | null;
  /** Its headline or a sentence of it. */ says: Readonly<Record<Locale, RegExp>>;
  isSent: boolean;
}>;

describe('one truth about each refund', () => {
  let world: ResolutionWorld;
  let messages: MessageStore;
  let pages: PortalPageStore;
  let reads: RefundReadStore;
  beforeAll(async () => {
    world = await ResolutionWorld.open();
    messages = new MessageStore(world.test.database, SECRETS);
    pages = new PortalPageStore(world.test.database, SECRETS);
    reads = new RefundReadStore(world.test.database);
  });
  afterAll(() => world.close());

  const opened = async (plan: RefundPlan): Promise<StoredRefund> => {
    const refund = await storeRefund(world.test.database, world.merchant, plan);
    await world.room.refunds.open(refund.at());
    return refund;
  };
  const decide = async (refund: StoredRefund, outcome: 'approve' | 'reject'): Promise<Projected> => {
    const { merchant, test, room } = world;
    return room.refunds.project(refund.at(), {
      ...{ kind: 'decision', step: 1, actor: merchant.lead.actor, outcome, snapshotHash: refund.snapshotHash },
      reasonCode: outcome === 'reject' ? 'outside_policy' : null,
      command: await storeCommand(new RefundCommandStore(test.database), merchant, refund),
    });
  };
  /** Approved, so that a message stands before what comes then. */
  const approved = async (plan: RefundPlan = {}): Promise<StoredRefund> => {
    const refund = await opened({ steps: ['lead'], ...plan });
    await decide(refund, 'approve');
    return refund;
  };
  const answered = async (answer: Parameters<typeof world.room.transfers.record>[1]): Promise<StoredRefund> => {
    const refund = await approved();
    await world.room.transfers.record(await world.room.send(refund), answer);
    return refund;
  };

  const ENDINGS: readonly Ending[] = [
    {
      what: 'completed to a card',
      make: async () => {
        const refund = await answered(settledWith(AMOUNT));
        return { refund, projected: await world.room.refunds.finish(refund.at()) };
      },
      ...{ status: 'completed', way: 'original', message: 'refund_completed', isSent: true },
      says: { he: /החזירו/, en: /refund for order .* is complete/ },
    },
    {
      what: 'completed to store credit',
      make: async () => {
        const refund = await approved({ storeCredit: { bonus: 500, months: 60 } });
        return { refund, projected: await world.room.refunds.finish(refund.at()) };
      },
      ...{ status: 'completed', way: 'store_credit', message: 'credit_issued', isSent: false },
      says: { he: /זיכוי לקנייה/, en: /store credit/i },
    },
    {
      what: 'rejected',
      make: async () => {
        const refund = await opened({ steps: ['lead'] });
        return { refund, projected: await decide(refund, 'reject') };
      },
      ...{ status: 'rejected', way: 'original', message: 'refund_rejected', isSent: false },
      says: { he: /לא אושרה/, en: /did not approve/ },
    },
    {
      what: 'expired',
      make: async () => {
        const refund = await opened({ steps: ['lead'] });
        return { refund, projected: await world.room.refunds.project(refund.at(), { kind: 'silence' }) };
      },
      ...{ status: 'expired', way: 'original', message: 'refund_expired', isSent: false },
      says: { he: /נסגרה/, en: /was closed/ },
    },
    {
      what: 'cancelled',
      make: async () => {
        const refund = await opened({ steps: ['lead'] });
        const cancel = { kind: 'cancel', command: null, actor: 'operator' } as const;
        return { refund, projected: await world.room.refunds.project(refund.at(), cancel) };
      },
      ...{ status: 'cancelled', way: 'original', message: 'refund_cancelled', isSent: false },
      says: { he: /בוטלה/, en: /cancelled/ },
    },
    {
      what: 'failed',
      make: async () => {
        const refund = await answered(DECLINED);
        await world.room.follow(refund, true);
        return { refund, projected: await world.room.state(refund, 'fail') };
      },
      ...{ status: 'failed', way: 'original', message: 'refund_cancelled', isSent: false },
      says: { he: /לא הועבר כסף/, en: /No money was moved/ },
    },
    {
      what: 'in doubt',
      make: async () => {
        const refund = await answered(UNKNOWN);
        return { refund, projected: await world.room.follow(refund) };
      },
      ...{ status: 'in_doubt', way: 'original', message: 'refund_approved', isSent: false },
      says: { he: /אושר/, en: /approved/ },
    },
    {
      what: 'before a person after a refusal',
      make: async () => {
        const refund = await answered(DECLINED);
        return { refund, projected: await world.room.follow(refund, true) };
      },
      ...{ status: 'needs_review', way: 'original', message: 'refund_approved', isSent: false },
      says: { he: /אושר/, en: /approved/ },
    },
    {
      what: 'still on its way to a card',
      make: async () => {
        const pending = { kind: 'pending', gatewayRefundId: 're_waits', reason: 'processing' } as const;
        const refund = await answered({ ...pending, amount: { amount: AMOUNT, currency: 'ILS' } });
        return { refund, projected: await world.room.follow(refund) };
      },
      ...{ status: 'awaiting_gateway', way: 'original', message: 'refund_sent', isSent: false },
      says: { he: /בדרך אליך/, en: /on its way/ },
    },
  ];

  async function told({ merchantId, id }: StoredRefund, locale: Locale): Promise<Told> {
    const page = await pages.find({ merchantId, refundId: id });
    const view = await reads.find(merchantId, id);
    if (!page || !view) throw new Error('the refund is there');
    const [last] = await world.rows<{ id: string; kind: string }>(
      `SELECT id, kind FROM message WHERE refund_id = $1 AND status = 'queued' ORDER BY no DESC, id DESC LIMIT 1`,
      id,
    );
    const due = last && (await messages.toSend(merchantId, last.id));
    const written = due && 'content' in due ? writeMessage({ ...due.content, locale }) : null;
    return {
      portal: wordsOf(statusPage(portalModel(page, { locale, formToken: 'f', version: 'v' }))),
      message: written && `${written.subject}\n${written.text}`.replace(/[\u200e\u200f\u2066-\u2069]/g, ''),
      messageKind: last?.kind ?? null,
      staff: `${BADGES[locale][view.status]}. ${statusSentence(view.status)[locale]}`,
    };
  }

  it.each(ENDINGS)('that is $what: process, rows, page, message and console agree', async (ending) => {
    const { refund, projected } = await ending.make();
    const view = await reads.find(refund.merchantId, refund.id);
    const [row] = await world.rows<{ status: string }>(`SELECT status FROM refund WHERE id = $1`, refund.id);
    expect([projected.status, row?.status, view?.status]).toEqual([ending.status, ending.status, ending.status]);
    for (const locale of LOCALES) {
      const { portal, message, messageKind, staff } = await told(refund, locale);
      expect(portal).toContain(customerStatus(ending.status, ending.way).headline[locale]);
      expect(messageKind).toBe(ending.message);
      expect(message).toMatch(ending.says[locale]);
      if (ending.isSent) expect([saysSent(portal, locale), saysSent(message ?? '', locale)]).not.toContain(null);
      else expect([portal, message ?? '', staff].map((text) => saysSent(text, locale))).toEqual([null, null, null]);
    }
  });

  it('of store credit is its balance, how long it is valid and by what it is found, and no day of a bank', async () => {
    const refund = await approved({ storeCredit: { bonus: 500, months: 60 } });
    await world.room.refunds.finish(refund.at());
    const { portal } = await told(refund, 'en');
    expect(portal).toContain('Your store credit balance now: ₪105.00');
    expect(portal).toMatch(/valid until \d{1,2} \w{3} 20\d\d/);
    expect(portal).toContain(`your customer number ${refund.customerRef}`);
    expect(portal).not.toMatch(/bank|should show/i);
  });

  it('that is completed is the only kind whose money has settled, and each transfer of the others says so', async () => {
    const rows = await world.rows<{ status: string; settled: boolean }>(
      `SELECT r.status, bool_or(t.status = 'settled') AS settled FROM refund r JOIN transfer t ON t.refund_id = r.id GROUP BY r.id, r.status`,
    );
    expect(rows).toHaveLength(ENDINGS.length + 1);
    for (const { status, settled } of rows) expect([status, settled]).toEqual([status, status === 'completed']);
  });
});

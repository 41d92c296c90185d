import { LINK_FAULTS } from '@zikui/domain';
import { RefundProcessStore, newId, PortalTokens, OwnMessageStore, MessageStore } from '@zikui/persistence';
import { strictPolicy } from '../../builders/policy.builder';
import { requestOf } from '../../builders/refund-request.builder';
import { customerOf, newRef, saleOf } from '../../builders/sale.builder';
import { eventually } from '../../builders/eventually';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const MAIL = 'dana.canary@example.com';
let api: ApiServer;
let shop: TestMerchant;
let tokens: PortalTokens;
beforeAll(async () => {
  api = await startApi({ PORTAL_PER_MINUTE: '100000', PORTAL_LINKS_PER_HOUR: '100000' });
  shop = await api.addMerchant([strictPolicy()]);
  tokens = new PortalTokens(api.stores.secrets.masterKey);
});
afterAll(() => api.close());

type Case = Readonly<{ id: string; uuid: string; saleRef: string; messageId: string; link: string }>;
const uuidOf = (id: string): string => id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const post = (path: string, body: object, key = shop.decideKey): Promise<Reply> =>
  api.call('POST', path, { key, body, headers: { 'idempotency-key': newKey() } });

/** A refund that waits for its approval, with the link of its first message. */
async function awaiting(
  of = shop,
  email: string | null = MAIL,
  phone: string | null = null,
  ref?: string,
): Promise<Case> {
  const { saleRef, ...body } = saleOf({
    customer: customerOf({ name: 'Dana Canary', email, phone }),
    ...(ref !== undefined && { saleRef: ref }),
  });
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: of.createKey, body });
  const { json } = await post('/v1/refunds', requestOf({ saleRef }), of.createKey);
  const [id, uuid] = [String(json['id']), uuidOf(String(json['id']))];
  const { messages } = await new RefundProcessStore(api.db.database, { gatewayKeySecret: 'g'.repeat(32) }).open({
    ...{ merchantId: of.id, refundId: uuid, runId: newId(), seq: 1, version: Date.now() },
  });
  const messageId = messages[0]?.id ?? '';
  return { id, uuid, saleRef, messageId, link: tokens.make('link', { merchantId: of.id, messageId }) };
}
const go = (path: string, cookie?: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${api.url}${path}`, {
    redirect: 'manual',
    headers: { ...headers, ...(cookie !== undefined && { cookie }) },
  });
/** Opens the link and gives the cookie that the browser got. */
async function opened(link: string): Promise<string> {
  const answer = await go(`/portal/r/${link}`);
  expect(answer.status).toBe(303);
  return (answer.headers.getSetCookie()[0] ?? '').split(';', 1).join('');
}
const erase = ({ uuid }: Case): Promise<unknown> =>
  api.db.query(
    `UPDATE customer SET data_key = NULL, personal = NULL FROM refund r WHERE r.customer_id = customer.id AND r.id = $1`,
    [uuid],
  );
const ask = async ({ id }: Case, text: string, askedOf = 'customer'): Promise<string> =>
  String((await post(`/v1/refunds/${id}/notes`, { text, askedOf })).json['id']);
const fieldIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

type Sent = Readonly<{ text?: string; note?: string; token?: string; photos?: readonly Buffer[] }>;
function formOf({ text, note, token, photos = [] }: Sent): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ token, note, text })) if (value !== undefined) form.append(name, value);
  photos.forEach((photo, no) => form.append('photos', new Blob([new Uint8Array(photo)]), `photo-${String(no)}.png`));
  return form;
}
const answer = (
  id: string,
  cookie: string,
  sent: Sent,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(`${api.url}/portal/refunds/${id}/answers?lang=he`, {
    ...{ method: 'POST', redirect: 'manual', body: formOf(sent) },
    headers: { cookie, 'sec-fetch-site': 'same-origin', ...headers },
  });

describe('a link in a message', () => {
  it('is swapped at its first opening for a cookie of that one page, and stands in no address afterwards', async () => {
    const { link, id } = await awaiting();
    const swapped = await go(`/portal/r/${link}`);
    expect([swapped.status, swapped.headers.get('location')]).toEqual([303, `/portal/refunds/${id}`]);
    const [cookie = ''] = swapped.headers.getSetCookie();
    expect(cookie).toMatch(
      new RegExp(`^zikui-portal=[\\w-]+; Path=/portal/refunds/${id}; Max-Age=\\d+; HttpOnly; SameSite=Lax$`),
    );
    expect(cookie).not.toContain(link);
    expect(swapped.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await swapped.text()).toBe('');

    const page = await go(`/portal/refunds/${id}`, cookie.split(';', 1).join(''));
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).not.toContain(link);
    expect(html).toContain('<html lang="he" dir="rtl">');
    for (const [name, value] of [
      ['cache-control', 'no-store'],
      ['x-robots-tag', 'noindex, nofollow'],
      ['referrer-policy', 'no-referrer'],
    ])
      expect(page.headers.get(name ?? '')).toBe(value);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(html).not.toMatch(/<script>|style="|onclick/);
  });

  it('opens as often as scanners and people need, and then no more; who is in stays in', async () => {
    const { link, id } = await awaiting();
    const cookie = await opened(link);
    for (let more = 1; more < 40; more += 1) await opened(link);
    expect((await go(`/portal/r/${link}`)).status).toBe(404);
    expect((await go(`/portal/refunds/${id}`, cookie)).status).toBe(200);
  });

  it('is not opened by a scanner that only looks whether there is something, and tells it nothing', async () => {
    const { link, messageId } = await awaiting();
    const look = (token: string): Promise<Response> =>
      fetch(`${api.url}/portal/r/${token}`, { method: 'HEAD', redirect: 'manual' });
    for (let no = 0; no < 45; no += 1) {
      const [known, unknown] = await Promise.all([look(link), look('A'.repeat(95))]);
      expect([known.status, known.headers.getSetCookie(), known.headers.get('location')]).toEqual([200, [], null]);
      expect(unknown.status).toBe(200);
    }
    expect(await api.db.query(`SELECT opened FROM portal_link WHERE message_id = $1`, [messageId])).toEqual([]);
    await opened(link);
  });

  it('is one of many of its message, none of which breaks another', async () => {
    const { link, messageId, id } = await awaiting();
    const again = tokens.make('link', { merchantId: shop.id, messageId });
    expect(again).not.toBe(link);
    const cookies = [await opened(link), await opened(again), await opened(link)];
    for (const cookie of cookies) expect((await go(`/portal/refunds/${id}`, cookie)).status).toBe(200);
  });

  it('stands nowhere in the database', async () => {
    const { link, messageId } = await awaiting();
    const cookie = await opened(link);
    const rows = await api.db.query<{ row: string }>(
      `SELECT to_jsonb(l)::text || to_jsonb(m)::text AS row FROM portal_link l JOIN message m ON m.id = l.message_id WHERE m.id = $1`,
      [messageId],
    );
    expect(rows).toHaveLength(1);
    for (const secret of [link, cookie.split('=')[1] ?? '-']) expect(rows[0]?.row).not.toContain(secret);
  });
});

describe('a link that does not work', () => {
  const body = async (reply: Response): Promise<readonly [number, string]> => [reply.status, await reply.text()];

  it('looks the same whether it is unknown, over, taken back, of an erased customer or of nobody', async () => {
    const unknown = await body(await go(`/portal/r/${'A'.repeat(95)}`));
    const over = await awaiting();
    const cookie = await opened(over.link);
    await api.db.query(`UPDATE portal_link SET expires_at = now() WHERE message_id = $1`, [over.messageId]);
    const late = await awaiting();
    await api.db.query(`UPDATE message SET created_at = now() - interval '31 days' WHERE id = $1`, [late.messageId]);
    const revoked = await awaiting();
    const inside = await opened(revoked.link);
    const taken = await api.call('DELETE', `/v1/refunds/${revoked.id}/portal-links`, { key: shop.createKey });
    expect(taken.status).toBe(204);
    const erased = await awaiting();
    await erase(erased);
    const replies = [
      ...[over, late, revoked, erased].map(({ link }) => go(`/portal/r/${link}`)),
      go(`/portal/refunds/${over.id}`, cookie),
      go(`/portal/refunds/${revoked.id}`, inside),
      go(`/portal/refunds/${over.id}`),
      go(`/portal/refunds/rf_${'f'.repeat(32)}`, cookie),
      go('/portal/refunds/nothing'),
      go('/portal/r/x'),
    ];
    for (const reply of await Promise.all(replies)) expect(await body(reply)).toEqual(unknown);
    expect(unknown[0]).toBe(404);
    expect(unknown[1]).not.toMatch(/anary|rf_[0-9a-f]{6}/);
    expect(unknown[1]).toContain('action="/portal/link');
  });

  it('is any link but of that very refund: a cookie of another one is worth nothing', async () => {
    const [mine, theirs] = [await awaiting(), await awaiting(await api.addMerchant([strictPolicy()]))];
    const cookie = await opened(mine.link);
    const random = await body(await go(`/portal/refunds/rf_${'a'.repeat(32)}?lang=he`, cookie));
    for (const path of ['', '/version'])
      expect(await body(await go(`/portal/refunds/${theirs.id}${path}?lang=he`, cookie))).toEqual(random);
    expect(await body(await answer(theirs.id, cookie, { text: 'x' }))).toEqual(random);
    expect((await go(`/portal/refunds/${mine.id}`, `zikui-portal=${mine.link}`)).status).toBe(404);
  });

  it('is slowed down per address', async () => {
    const slow = await startApi({ PORTAL_PER_MINUTE: '3' });
    try {
      const statuses: number[] = [];
      for (let no = 0; no < 4; no += 1) statuses.push((await fetch(`${slow.url}/portal/r/unknown`)).status);
      expect(statuses).toEqual([404, 404, 404, 429]);
    } finally {
      await slow.close();
    }
  });
});

describe('"send me my link"', () => {
  const request = async (fields: Readonly<Record<string, string>>, headers = {}): Promise<readonly unknown[]> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const reply = await fetch(`${api.url}/portal/link?lang=en`, {
      ...{ method: 'POST', body: form, redirect: 'manual', headers: { 'sec-fetch-site': 'same-origin', ...headers } },
    });
    return [reply.status, reply.headers.get('location'), await reply.text()];
  };
  const queued = async ({ uuid }: Case): Promise<number> =>
    (await api.db.query(`SELECT id FROM message WHERE refund_id = $1 AND kind = 'link_asked'`, [uuid])).length;
  const becomes = (refund: Case, count: number): Promise<number> =>
    eventually(
      () => queued(refund),
      (now) => now === count,
    );
  const ASKED = [303, '/portal/link/asked?lang=en', ''];
  /** A request that is right, after which those before it have been looked at, too: they are taken one after the other. */
  async function afterAll(): Promise<void> {
    const email = `last-${newKey()}@example.com`;
    const last = await awaiting(shop, email);
    await request({ number: last.saleRef, contact: email });
    await becomes(last, 1);
  }

  it('answers the same to everybody, and sends three an hour to whom the order belongs', async () => {
    const mine = await awaiting(shop, 'dana.link@example.com');
    const right = { contact: 'Dana.Link@example.com', number: mine.saleRef };
    expect(await request({ ...right, contact: 'eve@example.com' })).toEqual(ASKED);
    expect(await request({ ...right, number: 'order-of-nobody' })).toEqual(ASKED);
    expect(await request({ ...right, number: `rf_${'0'.repeat(32)}` })).toEqual(ASKED);
    for (let no = 0; no < 5; no += 1) expect(await request(right)).toEqual(ASKED);
    await becomes(mine, 3);
    await afterAll();
    expect(await queued(mine)).toBe(3);
    const said = await (await go('/portal/link/asked?lang=en')).text();
    expect(said).toContain('a new link arrives by mail');
    expect(said).toContain('personal data was erased');
  });

  it('knows a refund by its own number too, and an order with the sign that shops print before it', async () => {
    const mine = await awaiting(shop, 'dana.numbers@example.com');
    expect(await request({ contact: 'dana.numbers@example.com', number: mine.id.toUpperCase() })).toEqual(ASKED);
    expect(await request({ contact: 'dana.numbers@example.com', number: `# ${mine.saleRef}` })).toEqual(ASKED);
    await becomes(mine, 2);
  });

  it('finds a customer by telephone, however it is written, and mails to the address that the shop has', async () => {
    const phone = `05${String(Date.now()).slice(-8)}`;
    const mine = await awaiting(shop, 'dana.phone@example.com', phone);
    const foreign = `+972 ${phone.slice(1, 3)}-${phone.slice(3)}`;
    expect(await request({ number: mine.saleRef, contact: foreign })).toEqual(ASKED);
    await becomes(mine, 1);
  });

  it('sends nothing where the shop has no address, or the personal data was erased', async () => {
    const phone = `05${String(Date.now() - 7).slice(-8)}`;
    const unreachable = await awaiting(shop, null, phone);
    const erased = await awaiting(shop, 'dana.erased@example.com');
    await erase(erased);
    expect(await request({ number: unreachable.saleRef, contact: phone })).toEqual(ASKED);
    expect(await request({ number: erased.saleRef, contact: 'dana.erased@example.com' })).toEqual(ASKED);
    await afterAll();
    expect([await queued(unreachable), await queued(erased)]).toEqual([0, 0]);
  });

  it('tells shops apart that gave orders the same number, and its limit is of one address of one shop', async () => {
    const other = await api.addMerchant([strictPolicy()]);
    const mine = await awaiting(shop, 'dana.two@example.com');
    const theirs = await awaiting(other, 'dana.two@example.com', null, mine.saleRef);
    const neighbour = await awaiting(other, 'noa.two@example.com');
    for (let no = 0; no < 4; no += 1) await request({ number: mine.saleRef, contact: 'dana.two@example.com' });
    await becomes(mine, 3);
    await becomes(theirs, 3);
    await request({ number: neighbour.saleRef, contact: 'noa.two@example.com' });
    await becomes(neighbour, 1);
  });

  it('of an order with several refunds sends the link of each, those that are open first', async () => {
    const email = 'dana.several@example.com';
    const { saleRef, ...body } = saleOf({ customer: customerOf({ email }) });
    await api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body });
    const ids: string[] = [];
    for (let no = 0; no < 2; no += 1) {
      const { json } = await post(
        '/v1/refunds',
        requestOf({ saleRef, lines: [{ ref: 'l1', quantity: 1 }] }),
        shop.createKey,
      );
      ids.push(uuidOf(String(json['id'])));
    }
    await api.db.query(`UPDATE refund SET status = 'cancelled' WHERE id = $1`, [ids[1]]);
    await request({ number: saleRef, contact: email });
    const kinds = (): Promise<{ id: string }[]> =>
      api.db.query(
        `SELECT refund_id AS id FROM message WHERE kind = 'link_asked' AND refund_id = ANY($1) ORDER BY id`,
        [ids],
      );
    const sent = await eventually(kinds, (rows) => rows.length === 2);
    expect(sent.map(({ id }) => id)).toEqual(ids);
  });

  it('goes to no more than a thousand an hour of one shop', async () => {
    const crowded = await api.addMerchant([strictPolicy()]);
    const [busy, mine] = [await awaiting(crowded, 'busy@example.com'), await awaiting(crowded, 'late@example.com')];
    await api.db.query(
      `INSERT INTO message (id, merchant_id, refund_id, kind, no, status) SELECT gen_random_uuid(), $1, $2, 'link_asked', no, 'sent' FROM generate_series(1, 1000) AS no`,
      [crowded.id, busy.uuid],
    );
    expect(await request({ number: mine.saleRef, contact: 'late@example.com' })).toEqual(ASKED);
    await afterAll();
    expect(await queued(mine)).toBe(0);
  });

  it('carries a link that opens the page, once a relay takes the message', async () => {
    const mine = await awaiting(shop, 'dana.relay@example.com');
    await request({ contact: 'dana.relay@example.com', number: mine.saleRef });
    await becomes(mine, 1);
    const own = (await new OwnMessageStore(api.db.database).due(1_000)).filter(
      ({ merchantId }) => merchantId === shop.id,
    );
    const book = new MessageStore(api.db.database, api.stores.secrets, 'https://refunds.example.com');
    const due = await Promise.all(own.map(({ messageId }) => book.toSend(shop.id, messageId)));
    const contents = due.flatMap((one) => ('content' in one ? [one.content] : []));
    const url = String(contents.find(({ to }) => to.address === 'dana.relay@example.com')?.portalUrl);
    expect(url).toMatch(/^https:\/\/refunds\.example\.com\/portal\/r\/[\w-]+$/);
    expect((await go(new URL(url).pathname)).headers.get('location')).toBe(`/portal/refunds/${mine.id}`);
  });

  it('says what cannot be right, in a list that leads to the fields, and keeps what was written', async () => {
    const cases: readonly (readonly [Readonly<Record<string, string>>, readonly string[]])[] = [
      [{}, ['number_missing', 'contact_missing']],
      [{ number: 'אבג <b>', contact: 'dana@' }, ['number_letters', 'contact_form']],
      [{ number: 'x'.repeat(65), contact: 'x'.repeat(300) }, ['number_letters', 'contact_form']],
      [{ number: 'A-1', contact: '4111 1111 1111 1111' }, ['card_number']],
      [{ number: '4111111111111111', contact: 'dana@example.com' }, ['card_number']],
    ];
    for (const [fields, faults] of cases) {
      const [status, , html] = await request(fields);
      expect(status).toBe(422);
      const said = [...String(html).matchAll(/<li><a href="#(number|contact)">([^<]*)<\/a><\/li>/g)].map(
        ([, , text]) => text,
      );
      expect(said).toEqual(faults.map((fault) => LINK_FAULTS[fault as keyof typeof LINK_FAULTS].en));
      expect(String(html)).not.toContain('4111');
    }
    const [, , html] = await request({ number: '"><b>', contact: 'dana@example.com' });
    expect(html).toContain('value="&quot;&gt;&lt;b&gt;"');
    expect(html).toContain('value="dana@example.com"');
    expect(html).toContain('<title>To correct: ');
  });

  it('is slowed down per address of the network, before anybody looks whether anything is there', async () => {
    const slow = await startApi({ PORTAL_LINKS_PER_HOUR: '3' });
    try {
      const send = async (number: string): Promise<readonly unknown[]> => {
        const form = new FormData();
        for (const [name, value] of Object.entries({ number, contact: 'dana@example.com' })) form.append(name, value);
        const reply = await fetch(`${slow.url}/portal/link?lang=en`, {
          method: 'POST',
          body: form,
          redirect: 'manual',
        });
        return [reply.status, reply.headers.get('retry-after')];
      };
      // What is not even a number is no request.
      expect((await send('!'))[0]).toBe(422);
      for (let no = 0; no < 3; no += 1) expect(await send(`A-${String(no)}`)).toEqual([303, null]);
      expect(await send('A-4')).toEqual([429, '1200']);
    } finally {
      await slow.close();
    }
  });

  it('is not taken from the page of somebody else', async () => {
    expect((await request({ contact: MAIL, number: 'x' }, { 'sec-fetch-site': 'cross-site' }))[0]).toBe(404);
  });
});

describe('a question to the customer', () => {
  const TEXT = 'Which part is <broken>?';

  it('is mailed, stands first on the page, and its answer with photos goes where one of the staff would go', async () => {
    const refund = await awaiting();
    const note = await ask(refund, TEXT);
    expect(
      await api.db.query(`SELECT status FROM message WHERE refund_id = $1 AND kind = 'question_asked'`, [refund.uuid]),
    ).toEqual([{ status: 'queued' }]);
    const cookie = await opened(refund.link);
    const html = await (await go(`/portal/refunds/${refund.id}?lang=en`, cookie)).text();
    expect(html).toContain('Which part is &lt;broken&gt;?');
    const sent = { note, token: fieldIn(html, 'token'), text: 'The left leg.\r\nSee the photo', photos: [PNG] };
    expect(fieldIn(html, 'note')).toBe(note);

    const taken = await answer(refund.id, cookie, sent);
    expect([taken.status, taken.headers.get('location')]).toEqual([
      303,
      `/portal/refunds/${refund.id}?lang=he#answered`,
    ]);
    const repeated = await answer(refund.id, cookie, sent);
    expect(repeated.status).toBe(303);

    const { json } = await api.call('GET', `/v1/refunds/${refund.id}/notes`, { key: shop.decideKey });
    expect(json['items']).toEqual([
      expect.objectContaining({ id: note, kind: 'question' }),
      expect.objectContaining({
        kind: 'answer',
        replyTo: note,
        actor: 'customer',
        text: 'The left leg.\nSee the photo',
      }),
    ]);
    const files = await api.call('GET', `/v1/refunds/${refund.id}/evidence`, { key: shop.decideKey });
    expect(files.json['items']).toEqual([
      expect.objectContaining({ noteId: note, mediaType: 'image/png', actor: 'customer' }),
    ]);
    const timeline = await api.call('GET', `/v1/refunds/${refund.id}/timeline`, { key: shop.decideKey });
    const kinds = JSON.stringify(timeline.json);
    for (const kind of ['question_asked', 'question_answered', 'evidence_added']) expect(kinds).toContain(kind);
    const shown = await (await go(`/portal/refunds/${refund.id}?lang=en`, cookie)).text();
    expect(shown).toContain('The left leg.');
    expect(shown).not.toContain('<textarea');
  });

  it('keeps what was written when it is refused, and stores nothing of it', async () => {
    const refund = await awaiting();
    const note = await ask(refund, TEXT);
    const cookie = await opened(refund.link);
    const token = fieldIn(await (await go(`/portal/refunds/${refund.id}`, cookie)).text(), 'token');
    const right = { note, token, text: 'My words' };
    const before = await api.rows('note');
    const cases: readonly (readonly [Sent, RegExp, Readonly<Record<string, string>>?])[] = [
      [{ ...right, text: '' }, /יש לכתוב תשובה/],
      [{ ...right, text: 'My words 4111 1111 1111 1111' }, /מספר כרטיס/],
      [{ ...right, photos: [PNG, Buffer.from('<svg/>')] }, /אינו תמונת/],
      [{ ...right, photos: [PNG, PNG, PNG, PNG] }, /עד <bdi>3<\/bdi> תמונות/],
      [{ ...right, photos: [Buffer.concat([PNG, Buffer.alloc(8 * 1024 * 1024)])] }, /גדולה מ/],
      [{ ...right, token: 'f'.repeat(64) }, /לא נשלח מהדף הזה/],
      [right, /לא נשלח מהדף הזה/, { 'sec-fetch-site': 'cross-site' }],
      [{ ...right, note: `nt_${'0'.repeat(32)}` }, /לא פתוחה/],
    ];
    for (const [sent, fault, headers] of cases) {
      const reply = await answer(refund.id, cookie, sent, headers);
      const html = await reply.text();
      expect([reply.status, fault.source, fault.test(html)]).toEqual([422, fault.source, true]);
      if (sent.text !== '') expect(html).toContain('My words');
    }
    expect([await api.rows('note'), await api.rows('evidence', shop.id)]).toEqual([before, 1]);
  });

  it('to somebody else is neither shown nor answered by the customer', async () => {
    const refund = await awaiting();
    const note = await ask(refund, 'For the requester alone', 'requester');
    const cookie = await opened(refund.link);
    const html = await (await go(`/portal/refunds/${refund.id}`, cookie)).text();
    expect(html).not.toContain('For the requester alone');
    expect(html).not.toContain('<textarea');
    const asked = await ask(refund, TEXT);
    const token = fieldIn(await (await go(`/portal/refunds/${refund.id}`, cookie)).text(), 'token');
    expect(asked).not.toBe('');
    expect((await answer(refund.id, cookie, { note, token, text: 'x' })).status).toBe(422);
  });
});

describe('a customer who was erased', () => {
  it('has no page any more, by no link and by no cookie, and what was still answered there is kept nowhere', async () => {
    const refund = await awaiting();
    const question = await ask(refund, 'Is the left leg broken?');
    const cookie = await opened(refund.link);
    const path = `/portal/refunds/${refund.id}?lang=en`;
    const token = fieldIn(await (await go(path, cookie)).text(), 'token');
    await erase(refund);
    const late = await answer(refund.id, cookie, { note: question, token, text: 'Still here' });
    const replies = [late, await go(path, cookie), await go(`/portal/r/${refund.link}`)];
    for (const reply of replies)
      expect([reply.status, /anary|left leg|Still here/.test(await reply.text())]).toEqual([404, false]);
    expect(await api.db.query(`SELECT id FROM note WHERE reply_to = $1`, [uuidOf(question)])).toEqual([]);
  });

  it('comes again with a key of his own: what was asked before stays erased, and what is asked now is read', async () => {
    const refund = await awaiting();
    await ask(refund, 'Is the left leg broken?', 'requester');
    const cookie = await opened(refund.link);
    await erase(refund);
    const { saleRef: _, ...body } = saleOf();
    const [customer] = await api.db.query<{ ref: string }>(
      `SELECT c.ref FROM customer c JOIN refund r ON r.customer_id = c.id WHERE r.id = $1`,
      [refund.uuid],
    );
    const again = { ...body.customer, ref: customer?.ref };
    const sold = await api.call('PUT', `/v1/sales/${newRef('sale')}`, {
      ...{ key: shop.createKey, body: { ...body, customer: again } },
    });
    expect(sold.status).toBe(201);
    for (const reply of [await go(`/portal/r/${refund.link}`), await go(`/portal/refunds/${refund.id}`, cookie)])
      expect(reply.status).toBe(404);
    await ask(refund, 'And the right one?', 'requester');
    const notes = await api.call('GET', `/v1/refunds/${refund.id}/notes`, { key: shop.decideKey });
    expect(notes.json['items']).toMatchObject([{ text: null }, { text: 'And the right one?' }]);
    const evidence = await api.call('GET', `/v1/refunds/${refund.id}/steps/1`, { key: shop.decideKey });
    expect([evidence.status, JSON.stringify(evidence.json).includes('left leg')]).toEqual([200, false]);
  });

  it('is told by the staff what is true, without the promise of a message', async () => {
    const refund = await awaiting();
    const read = (): Promise<Reply> =>
      api.call('GET', `/v1/refunds/${refund.id}/customer-answer`, { key: shop.decideKey });
    const before = (await read()).json;
    await erase(refund);
    const { status, json } = await read();
    expect([before['isErased'], status, json['isErased']]).toEqual([false, 200, true]);
    const said = JSON.stringify(json['text']);
    expect(said).toContain('Your request is being checked');
    expect(said).not.toMatch(/will write|נכתוב/);
    const detail = await api.call('GET', `/v1/refunds/${refund.id}`, { key: shop.decideKey });
    expect([detail.status, detail.json['payout']]).toEqual([200, expect.objectContaining({ currency: 'ILS' })]);
    const messages = await api.call('GET', `/v1/refunds/${refund.id}/messages`, { key: shop.decideKey });
    expect([messages.status, JSON.stringify(messages.json).includes('anary')]).toEqual([200, false]);
    const sale = await api.call('GET', `/v1/sales/${refund.saleRef}`, { key: shop.createKey });
    expect([sale.status, JSON.stringify(sale.json).includes('anary')]).toEqual([200, false]);
  });
});

describe('the page', () => {
  it('is in the language of the customer, or the one that is asked for, with every id and amount isolated', async () => {
    const refund = await awaiting();
    const cookie = await opened(refund.link);
    for (const lang of ['he', 'en']) {
      const html = await (await go(`/portal/refunds/${refund.id}?lang=${lang}`, cookie)).text();
      expect(html).toContain(`<html lang="${lang}"`);
      expect(html).not.toMatch(/undefined|NaN|\[object|\{\w+\}|awaiting_approval/);
      const [, main = ''] = html.split('<main');
      const bare = main.replace(/<bdi[^>]*>[^<]*<\/bdi>/g, '').replace(/<[^>]+>/g, ' ');
      expect(bare).not.toMatch(/rf_|order-|[₪$]\s?\d|\d\s?₪|\d{3}/);
    }
  });

  it('tells when it changed', async () => {
    const refund = await awaiting();
    const cookie = await opened(refund.link);
    const version = async (): Promise<unknown> => (await go(`/portal/refunds/${refund.id}/version`, cookie)).json();
    const first = await version();
    expect(await version()).toEqual(first);
    await ask(refund, 'New?');
    expect(await version()).not.toEqual(first);
  });

  it('has a statement of accessibility, a sheet and a script of less than a kilobyte, all without a cookie', async () => {
    for (const lang of ['he', 'en'])
      expect(await (await go(`/portal/accessibility?lang=${lang}`)).text()).toContain('WCAG 2.2');
    expect((await go('/portal/portal.css')).headers.get('content-type')).toContain('text/css');
    const script = await go('/portal/portal.js');
    expect(script.headers.get('content-type')).toContain('javascript');
    expect((await script.text()).length).toBeLessThan(2_048);
  });
});

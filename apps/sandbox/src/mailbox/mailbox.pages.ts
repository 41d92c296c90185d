import { escapeHtml, page } from '../html';
import type { Mail } from './mail-store';

const value = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`;

/** All mails, newest first. Each value stands in the direction of its own language. */
export function mailListPage(mails: readonly Mail[]): string {
  const rows = mails.map(
    ({ id, receivedAt, to, subject }) =>
      `<tr><td><bdi dir="ltr">${escapeHtml(receivedAt.slice(0, 19).replace('T', ' '))}</bdi></td><td>${value(to.join(', '))}</td><td><a href="/mailbox/${id}">${value(subject)}</a></td></tr>`,
  );
  const table = `<table><thead><tr><th>Received (UTC)</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page('Mailbox', rows.length > 0 ? table : '<p>No mail yet.</p>');
}

/** One mail: who, what, the HTML part as a mail program shows it (without scripts, in a frame that may do nothing) and the text part. */
export function mailPage(mail: Mail): string {
  const facts = [
    ['From', mail.sender],
    ['To', mail.to.join(', ')],
    ['Received', mail.receivedAt],
    ['Message-ID', mail.messageId ?? ''],
  ].map(([name = '', text = '']) => `<tr><th>${name}</th><td>${value(text)}</td></tr>`);
  const frame =
    mail.html === ''
      ? ''
      : `<h2>HTML</h2><iframe sandbox title="HTML part" src="/mailbox/messages/${mail.id}.html"></iframe>`;
  const text = `<h2>Text</h2><pre dir="auto">${escapeHtml(mail.text)}</pre>`;
  return page(mail.subject, `<p><a href="/mailbox">Mailbox</a></p><table>${facts.join('')}</table>${frame}${text}`);
}

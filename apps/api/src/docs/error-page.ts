import { ERROR_CATALOGUE, ERROR_CODES, type ErrorCode } from '@zikui/domain';
import { titleOf } from '../error/problem';
import { escaped, page } from './html';

/** `/docs/errors`: every code with its status and sentence in both languages. */
export function errorListPage(): string {
  const rows = ERROR_CODES.map((code) => {
    const { status, he, en } = ERROR_CATALOGUE[code];
    return `<tr><td>${String(status)}</td><td><a href="/docs/errors/${code}"><code>${code}</code></a></td><td>${escaped(en)}</td><td lang="he" dir="rtl">${escaped(he)}</td></tr>`;
  });
  const body = `<h1>Error codes</h1>
<p>Every refusal is <code>application/problem+json</code> with one of these codes. <a href="/docs">The API</a></p>
<table><thead><tr><th>Status</th><th>Code</th><th>English</th><th lang="he">עברית</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
  return page({ title: 'Zikui: error codes', lang: 'en', body });
}

/** `/docs/errors/{code}`: what the `type` of a problem opens. */
export function errorPage(code: ErrorCode): string {
  const { status, he, en, values } = ERROR_CATALOGUE[code];
  const names = values.map((name) => `<code>${escaped(name)}</code>`).join(', ');
  const body = `<h1><code>${code}</code></h1>
<p>${escaped(titleOf(code))} · HTTP ${String(status)} · <a href="/docs/errors">all codes</a></p>
<section lang="en" dir="ltr"><h2>English</h2><p>${escaped(en)}</p>${names && `<p>Values: ${names}</p>`}</section>
<section lang="he" dir="rtl"><h2>עברית</h2><p>${escaped(he)}</p>${names && `<p>ערכים: ${names}</p>`}</section>`;
  return page({ title: `Zikui: ${code}`, lang: 'en', body });
}

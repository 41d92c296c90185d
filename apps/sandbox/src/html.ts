const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1a1d23;background:#f4f5f7}
main{max-width:60rem;margin:0 auto;padding:1.5rem}h1{font-size:1.4rem}
a{color:#0b57b8}table{border-collapse:collapse;width:100%;background:#fff}
th,td{text-align:start;padding:.5rem .75rem;border-bottom:1px solid #e3e6eb;vertical-align:top}
iframe{width:100%;height:44rem;border:1px solid #e3e6eb;background:#fff}
pre{white-space:pre-wrap;background:#fff;padding:1rem;border:1px solid #e3e6eb;unicode-bidi:plaintext}
.label{background:#fff;border:2px dashed #1a1d23;padding:2rem;max-width:24rem;text-align:center}`;

/** A page for people. `body` is markup; every value in it has been escaped by its maker. */
export const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main><h1 dir="auto">${escapeHtml(title)}</h1>${body}</main></body></html>`;

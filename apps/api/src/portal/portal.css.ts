/** One sheet for every page: the colours of the console's design, both directions, light and dark as the reader likes, and paper. */
export const PORTAL_CSS = `:root {
  color-scheme: light dark;
  --page: light-dark(#ffffff, #15181d); --panel: light-dark(#f6f7f9, #1d2127);
  --text: light-dark(#1a1d23, #e8eaed); --muted: light-dark(#5b6472, #a3acb8);
  --border: light-dark(#868e99, #7c8694); --line: light-dark(#d5dae1, #363c45);
  --brand: light-dark(#1f5fbf, #7fb0ff); --on-brand: light-dark(#ffffff, #10141a); --focus: light-dark(#1f5fbf, #9cc2ff);
  --good: light-dark(#14592f, #8fdcab); --good-fill: light-dark(#dcf3e3, #10321e);
  --wait: light-dark(#6b4a00, #f2cf7a); --wait-fill: light-dark(#fdf0cf, #3a2e0c);
  --bad: light-dark(#941b1b, #ffabab); --bad-fill: light-dark(#fde4e4, #431717);
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 40rem; padding: 0 1rem 2rem; background: var(--page); color: var(--text); font: 1rem/1.5 Heebo, system-ui, -apple-system, 'Segoe UI', Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1.5rem 0 .5rem; }
h2 { font-size: 1.125rem; line-height: 1.35; margin: 0 0 .5rem; }
p { margin: 0 0 .75rem; }
a { color: var(--brand); }
a, button, input, textarea { border-radius: 6px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
main:focus { outline: none; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; padding: .5rem 0; border-block-end: 1px solid var(--line); }
header .shop { flex: 1; margin: 0; font-weight: 700; min-width: 0; }
header img { max-width: 8rem; object-fit: contain; }
.language, footer a, .contact a, .plain a, .news a { display: inline-flex; align-items: center; min-height: 44px; min-width: 44px; padding: 0 .25rem; }
.skip { position: absolute; inset-inline-start: 0; inset-block-start: -6rem; background: var(--page); padding: .75rem; }
.skip:focus { inset-block-start: 0; }
.test { flex: 0 0 100%; margin: .5rem 0 0; padding: .5rem .75rem; background: var(--wait-fill); color: var(--wait); border-radius: 6px; font-weight: 700; }
.meaning { font-size: 1.0625rem; }
.amount strong { font-size: 1.5rem; }
.amount .label { color: var(--muted); display: block; font-size: .875rem; }
.ids { color: var(--muted); font-size: .875rem; }
.ids span { display: block; }
.ids bdi { font-size: .8125rem; }
.card { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 1rem; margin: 0 0 1rem; }
.card > :last-child { margin-block-end: 0; }
.ask { border-color: var(--brand); border-width: 2px; }
blockquote { margin: 0 0 .75rem; padding-inline-start: .75rem; border-inline-start: 3px solid var(--border); white-space: pre-line; }
.hint, .date { color: var(--muted); font-size: .875rem; }
.fault { background: var(--bad-fill); color: var(--bad); padding: .5rem .75rem; border-radius: 6px; font-weight: 500; }
.fault h2 { font-size: 1rem; margin: 0; }
.fault ul { margin: 0; padding: 0; list-style: none; }
.fault a { color: inherit; display: inline-flex; align-items: center; min-height: 44px; }
div.fault { margin: 1rem 0; }
[aria-invalid] { border-color: var(--bad); border-width: 2px; }
.news { background: var(--wait-fill); border-radius: 6px; padding: 0 .75rem; }
label { display: block; font-weight: 500; margin: .75rem 0 .25rem; }
form.card > label:first-child { margin-block-start: 0; }
.fault li + li { margin-block-start: .5rem; }
input, textarea { width: 100%; min-height: 44px; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--page); border: 1px solid var(--border); }
input[type=file]::file-selector-button { min-height: 32px; font: inherit; }
button, .button { display: inline-flex; align-items: center; justify-content: center; min-height: 44px; padding: .5rem 1.25rem; margin-block-start: .75rem; border: 0; background: var(--brand); color: var(--on-brand); font: inherit; font-weight: 500; text-decoration: none; cursor: pointer; }
ol.steps, ol.story, ul.plain { list-style: none; margin: 0; padding: 0; }
.steps li { position: relative; display: grid; grid-template-columns: 1.5rem 1fr auto; align-items: baseline; gap: .25rem .5rem; padding: .375rem 0; }
.steps .mark { flex: none; inline-size: 1.5rem; block-size: 1.5rem; line-height: 1.375rem; border-radius: 50%; border: 2px solid var(--border); text-align: center; font-size: .875rem; font-weight: 700; }
.steps .said { color: var(--muted); }
.steps .done .said { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; white-space: nowrap; }
.steps .done .mark { background: var(--good-fill); color: var(--good); border-color: var(--good); }
.steps .done .mark::before { content: '\\2713' / ''; }
.steps .now { font-weight: 700; }
.steps .now .mark { border-color: var(--brand); background: var(--brand); color: var(--on-brand); }
.steps .now .mark::before { content: '\\2022' / ''; }
.steps .stopped .mark::before { content: '\\2013' / ''; }
.steps .date { font-weight: 400; white-space: nowrap; }
.story li, .plain li { padding: .375rem 0; border-block-end: 1px solid var(--line); }
.story li:last-child, .plain li:last-child { border: 0; }
.reference { display: block; color: var(--muted); font-size: .875rem; }
table { width: 100%; border-collapse: collapse; }
th { text-align: start; font-weight: 400; padding: .375rem 0; padding-inline-end: .75rem; vertical-align: top; }
td { text-align: end; padding: .375rem 0; white-space: nowrap; vertical-align: top; }
tfoot th, tfoot td { border-block-start: 1px solid var(--border); font-weight: 700; }
footer { border-block-start: 1px solid var(--line); margin-block-start: 1.5rem; }
@media (prefers-reduced-motion: no-preference) { .skip { transition: inset-block-start .1s; } }
@media print {
  :root { color-scheme: light; }
  .skip, .language, .ask form, .news, footer { display: none; }
  body { max-width: none; background: #fff; color: #000; }
  .card { background: none; border-color: #000; break-inside: avoid; }
}
`;

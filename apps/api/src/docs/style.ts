/** One sheet for all pages; follows the reader's colours and both directions. */
export const STYLE = `:root { color-scheme: light dark; --line: #8886; --soft: #8881; --mark: light-dark(#0b5394, #8ec5ff); }
* { box-sizing: border-box; }
body { font: 16px/1.55 system-ui, sans-serif; margin: 0 auto; padding: 1.5rem; max-width: 62rem; }
h1, h2, h3 { line-height: 1.25; }
a { color: var(--mark); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
code, pre { font-family: ui-monospace, monospace; font-size: .92em; direction: ltr; unicode-bidi: isolate; }
pre { background: var(--soft); padding: .8rem; overflow: auto; border-radius: .4rem; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem; border-block-end: 1px solid var(--line); }
section { border-block-start: 1px solid var(--line); margin-block-start: 1.6rem; padding-block-start: .4rem; }
details { margin: .5rem 0; }
summary { cursor: pointer; font-weight: 600; }
.method { display: inline-block; min-width: 3.6rem; font-weight: 700; }
.soft { opacity: .75; }
nav ul { columns: 18rem; padding-inline-start: 1.1rem; }
`;

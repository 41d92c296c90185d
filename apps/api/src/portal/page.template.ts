/** What every page of the portal has around its content. `shop` is null where nobody knows whose page it is. */
export const PAGE_TEMPLATE = `<!doctype html>
<html lang="{{lang}}" dir="{{dir}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{{title}}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/portal/portal.css">
{{#if version}}<script src="/portal/portal.js" defer></script>
{{/if}}</head>
<body{{#if version}} data-version="{{version}}" data-path="{{path}}"{{/if}}>
<a class="skip" href="#content">{{text.skip}}</a>
<header>
{{#if isTest}}<p class="test">{{text.testMark}}</p>
{{/if}}{{#if logo}}<img src="{{logo}}" alt="" height="40">
{{/if}}<p class="shop">{{#if shop}}<bdi>{{shop}}</bdi>{{/if}}</p>
<a class="language" href="{{path}}?lang={{other}}" lang="{{other}}" hreflang="{{other}}">{{text.otherLanguage}}</a>
</header>
<main id="content" tabindex="-1">
{{> @partial-block}}
</main>
<footer>
<a href="/portal/accessibility?lang={{lang}}">{{text.accessibility}}</a>
</footer>
</body>
</html>
`;

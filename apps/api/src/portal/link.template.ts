/** The one page for links that are unknown, over or taken back. It says nothing about anybody, and is the same for all. */
export const LINK_TEMPLATE = `{{#> page title=text.linkTitle}}
<h1>{{text.linkTitle}}</h1>
<p class="meaning">{{text.linkText}}</p>
<form class="card" method="post" action="/portal/link?lang={{lang}}" enctype="multipart/form-data">
<label for="email">{{text.linkMail}}</label>
<input id="email" name="email" type="email" dir="ltr" maxlength="254" autocomplete="email" required>
<label for="refund">{{text.linkRefund}}</label>
<input id="refund" name="refund" type="text" dir="ltr" maxlength="64" autocapitalize="none" autocomplete="off" spellcheck="false" required>
<button type="submit">{{text.linkSend}}</button>
</form>
{{/page}}`;

/** A page that says one thing. */
export const PLAIN_TEMPLATE = `{{#> page}}
<h1>{{title}}</h1>
{{#each paragraphs}}<p class="meaning">{{this}}</p>
{{/each}}{{/page}}`;

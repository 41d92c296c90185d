/**
 * The one page for links that are unknown, over or taken back, and for whoever wants a new one. It says nothing about
 * anybody, and is the same for all. What cannot be right is listed above the form; the list takes the focus by itself.
 */
export const LINK_TEMPLATE = `{{#> page}}
{{#if faults}}<div class="fault" role="alert" tabindex="-1" autofocus aria-labelledby="faults">
<h2 id="faults">{{text.linkFaults}}</h2>
<ul>
{{#each faults}}<li><a href="#{{field}}">{{said}}</a></li>
{{/each}}</ul>
</div>
{{/if}}<h1>{{heading}}</h1>
<p class="meaning">{{explained}}</p>
<form class="card" method="post" action="/portal/link?lang={{lang}}" enctype="multipart/form-data" novalidate>
<label for="number">{{text.linkNumber}}</label>
<p class="hint" id="number-hint">{{text.linkNumberHint}}</p>
{{#if numberFault}}<p class="fault" id="number-fault">{{numberFault}}</p>
{{/if}}<input id="number" name="number" type="text" dir="ltr" maxlength="65" autocapitalize="none" autocomplete="off" spellcheck="false" required value="{{number}}"{{#if numberFault}} aria-invalid="true"{{/if}} aria-describedby="{{#if numberFault}}number-fault {{/if}}number-hint">
<label for="contact">{{text.linkContact}}</label>
<p class="hint" id="contact-hint">{{text.linkContactHint}}</p>
{{#if contactFault}}<p class="fault" id="contact-fault">{{contactFault}}</p>
{{/if}}<input id="contact" name="contact" type="text" inputmode="email" dir="ltr" maxlength="254" autocapitalize="none" autocomplete="email" spellcheck="false" required value="{{contact}}"{{#if contactFault}} aria-invalid="true"{{/if}} aria-describedby="{{#if contactFault}}contact-fault {{/if}}contact-hint">
<button type="submit">{{text.linkSend}}</button>
</form>
{{/page}}`;

/** A page that says one thing. */
export const PLAIN_TEMPLATE = `{{#> page}}
<h1>{{title}}</h1>
{{#each paragraphs}}<p class="meaning">{{this}}</p>
{{/each}}{{/page}}`;

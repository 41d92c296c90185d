/** The page of one refund, from the most to the least needed. Every id and amount comes isolated. */
export const STATUS_TEMPLATE = `{{#> page title=headline}}
<h1>{{headline}}</h1>
<p class="meaning">{{meaning}}</p>
{{#if hasAmount}}<p class="amount"><span class="label">{{text.amount}}</span> <strong>{{amount}}</strong></p>
{{/if}}<p class="ids"><span>{{text.order}} {{order}}</span> <span>{{text.refund}} {{refund}}</span></p>
<p class="news" role="status" hidden><a href="{{path}}?lang={{lang}}">{{text.updated}}</a></p>

{{#if erased}}<section class="card" aria-labelledby="erased">
<h2 id="erased">{{text.erasedTitle}}</h2>
{{#each erased}}<p>{{this}}</p>
{{/each}}</section>
{{/if}}{{#if question}}<section class="card ask" aria-labelledby="ask">
<h2 id="ask">{{text.question}}</h2>
<blockquote dir="auto">{{question.text}}</blockquote>
<p class="hint">{{text.questionAbout}}</p>
{{#if question.fault}}<p class="fault" role="alert" id="fault">{{question.fault}}</p>
{{/if}}<form method="post" action="{{path}}/answers?lang={{lang}}" enctype="multipart/form-data">
<input type="hidden" name="token" value="{{question.formToken}}">
<input type="hidden" name="note" value="{{question.id}}">
<label for="answer">{{text.answer}}</label>
<textarea id="answer" name="text" rows="5" dir="auto" maxlength="{{question.letters}}" required aria-describedby="{{#if question.fault}}fault {{/if}}answer-hint">{{question.written}}</textarea>
<p class="hint" id="answer-hint">{{question.answerHint}}</p>
<label for="photos">{{text.photos}}</label>
<input id="photos" name="photos" type="file" accept="{{question.accept}}" multiple aria-describedby="photos-hint">
<p class="hint" id="photos-hint">{{question.photosHint}}</p>
<button type="submit">{{text.send}}</button>
</form>
</section>
{{/if}}<section class="card" aria-labelledby="needed">
<h2 id="needed">{{text.needed}}</h2>
{{#if needed}}<p>{{needed}}</p>
{{else}}{{#if question}}<p><a href="#ask">{{text.question}}</a></p>
{{else}}<p>{{text.nothingNeeded}}</p>
{{/if}}{{/if}}{{#if labelUrl}}<p><a class="button" href="{{labelUrl}}" rel="noreferrer">{{text.label}}</a></p>
{{/if}}{{#if tracking}}<p>{{text.tracking}} {{tracking}}</p>
{{/if}}</section>

{{#if answered}}<section class="card" id="answered" aria-labelledby="answered-title">
<h2 id="answered-title">{{text.answered}}</h2>
{{#each answered}}<blockquote dir="auto">{{text}}</blockquote>
<p class="hint">{{../text.yourAnswer}}</p>
<blockquote dir="auto">{{answer}}</blockquote>
{{/each}}</section>
{{/if}}
<section class="card" aria-labelledby="steps">
<h2 id="steps">{{text.steps}}</h2>
<ol class="steps">
{{#each steps}}<li class="{{state}}"{{#if isNow}} aria-current="step"{{/if}}><span class="mark" aria-hidden="true"></span><span>{{name}}<span class="said">, {{said}}</span></span>{{#if date}}<span class="date">{{date}}</span>{{/if}}</li>
{{/each}}</ol>
</section>

{{#if dates}}<section class="card" aria-labelledby="dates">
<h2 id="dates">{{text.dates}}</h2>
{{#each dates}}<p>{{this}}</p>
{{/each}}</section>
{{/if}}
<section class="card" aria-labelledby="sum">
<h2 id="sum">{{sumTitle}}</h2>
<table>
<tbody>
{{#each sum.parts}}<tr><th scope="row">{{name}}</th><td>{{amount}}</td></tr>
{{/each}}</tbody>
<tfoot><tr><th scope="row">{{text.total}}</th><td>{{sum.total}}</td></tr></tfoot>
</table>
{{#each why}}<p class="hint">{{this}}</p>
{{/each}}</section>

{{#if payments}}<section class="card" aria-labelledby="payments">
<h2 id="payments">{{text.payments}}</h2>
<ul class="plain">
{{#each payments}}<li>{{amount}} · {{way}} · {{state}}{{#if reference}}<span class="reference">{{referenceFor}}: {{reference}}</span>{{/if}}</li>
{{/each}}</ul>
{{#if awaitsReference}}<p class="hint">{{text.noReference}}</p>
{{/if}}</section>
{{/if}}
{{#if documents}}<section class="card" aria-labelledby="documents">
<h2 id="documents">{{text.documents}}</h2>
<ul class="plain">
{{#each documents}}<li>{{name}} {{number}} · {{date}} · {{total}}</li>
{{/each}}</ul>
</section>
{{else}}{{#if awaitsDocuments}}<section class="card" aria-labelledby="documents">
<h2 id="documents">{{text.documents}}</h2>
<p>{{text.noDocuments}}</p>
</section>
{{/if}}{{/if}}

<section class="card" aria-labelledby="story">
<h2 id="story">{{text.story}}</h2>
<ol class="story">
{{#each story}}<li><span class="date">{{at}}</span> {{text}}</li>
{{/each}}</ol>
</section>

<section class="card" aria-labelledby="help">
<h2 id="help">{{text.help}}</h2>
<p>{{helpText}}</p>
<ul class="plain">
<li>{{contact.legalName}}, {{contact.registration}}</li>
<li>{{contact.address}}</li>
{{#if contact.mail}}<li>{{text.contactMail}} <a href="{{contact.mail.href}}">{{contact.mail.shown}}</a></li>
{{/if}}{{#if contact.phone}}<li>{{text.contactPhone}} <a href="{{contact.phone.href}}">{{contact.phone.shown}}</a></li>
{{/if}}{{#if contact.hours}}<li>{{text.contactHours}} {{contact.hours}}</li>
{{/if}}{{#if contact.accessibility}}<li>{{text.contactAccessibility}} {{contact.accessibility}}</li>
{{/if}}</ul>
</section>
{{/page}}`;

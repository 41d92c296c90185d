/** The text part of every mail: the same words in the same order, for readers and programs that show no HTML. */
export const TEXT_LAYOUT = `{{#if test}}*** {{testMark}} ***

{{/if}}{{greeting}}

{{#each paragraphs}}{{this}}

{{/each}}{{#if label}}{{label.text}}:
{{label.url}}

{{/if}}{{#if portal}}{{portal.text}}:
{{portal.url}}

{{/if}}{{#each facts}}{{label}}: {{value}}{{#if note}}, {{note}}{{/if}}
{{/each}}

{{footer}}
`;

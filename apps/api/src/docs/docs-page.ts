import type { OpenAPIObject } from '@nestjs/swagger';
import { escaped, inline, page, paragraphs } from './html';
import { schemaTable } from './schema-table';
import { isObject, textOf, type Node } from './node';

const METHODS = ['get', 'put', 'post', 'delete'] as const;

/** The human page of the API: everything that the OpenAPI document says, in reading order, without a script. */
export function docsPage(document: OpenAPIObject): string {
  const operations = operationsOf(document);
  const schemas = Object.entries(document.components?.schemas ?? {});
  const body = `<h1>${escaped(document.info.title)} API v${escaped(document.info.version)}</h1>
${paragraphs(document.info.description ?? '')}
<p><a href="/v1/openapi.json">OpenAPI 3.1</a> · <a href="/docs/errors">Error codes</a></p>
<nav aria-label="Routes"><ul>
${operations.map(({ id, method, path }) => `<li><a href="#${id}"><span class="method">${method}</span> <code>${escaped(path)}</code></a></li>`).join('\n')}
</ul></nav>
<main>
${operations.map(operationSection).join('\n')}
<section id="shapes"><h2>Shapes</h2>
${schemas.map(([name, schema]) => `<details id="shape-${escaped(name)}"><summary>${escaped(name)}</summary>${schemaTable(schema as Node)}</details>`).join('\n')}
</section>
</main>`;
  return page({ title: `${document.info.title} API`, lang: 'en', body });
}

type Operation = Readonly<{ id: string; method: string; path: string; operation: Node }>;

function operationsOf({ paths }: OpenAPIObject): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation: unknown = item[method];
      return isObject(operation)
        ? [{ id: String(operation.operationId), method: method.toUpperCase(), path, operation }]
        : [];
    }),
  );
}

function operationSection({ id, method, path, operation }: Operation): string {
  const { summary, description, parameters, requestBody, responses } = operation;
  return `<section id="${id}">
<h2><span class="method">${method}</span> <code>${escaped(path)}</code></h2>
<p><strong>${inline(textOf(summary))}</strong></p>
${typeof description === 'string' ? paragraphs(description) : ''}
${parameterTable(parameters)}
${isObject(requestBody) ? `<p>Body: ${shapeOf(requestBody)}</p>` : ''}
${responseTable(responses)}
</section>`;
}

function parameterTable(parameters: unknown): string {
  if (!Array.isArray(parameters) || parameters.length === 0) return '';
  const rows = (parameters as readonly unknown[])
    .filter(isObject)
    .map(
      (parameter) =>
        `<tr><td><code>${escaped(textOf(parameter.name))}</code></td><td>${escaped(textOf(parameter.in))}${parameter.required === true ? ', required' : ''}</td><td>${inline(textOf(parameter.description))}</td></tr>`,
    );
  return `<table><thead><tr><th>Parameter</th><th>In</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function responseTable(responses: unknown): string {
  if (!isObject(responses)) return '';
  const rows = Object.entries(responses).map(([status, response]) => {
    const answer = isObject(response) ? response : {};
    return `<tr><td>${escaped(status)}</td><td>${shapeOf(answer)}</td><td>${paragraphs(textOf(answer.description))}</td></tr>`;
  });
  return `<table><thead><tr><th>Status</th><th>Body</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** A link to the shape that a body or an answer has. */
function shapeOf({ content }: Node): string {
  if (!isObject(content)) return '';
  const [media] = Object.values(content);
  const reference = /"\$ref":"#\/components\/schemas\/([^"]+)"/.exec(JSON.stringify(media) || '')?.[1];
  return reference === undefined ? '' : `<a href="#shape-${escaped(reference)}">${escaped(reference)}</a>`;
}

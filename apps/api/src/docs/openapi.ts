import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { asOpenApi31 } from './openapi-31';

const ABOUT = `Carries every refund and store credit from request to reconciled money.

**Money** is an integer in the minor unit of its currency. Answers say \`{"amount": 14900, "currency": "ILS"}\`; requests take plain integers in the sale's currency.

**Errors** are \`application/problem+json\` (RFC 9457) with a stable \`code\`; \`type\` opens a page about it. \`Accept-Language: he\` or \`en\` chooses the language of \`detail\`.

**Repeats**: every POST that creates or decides needs an \`Idempotency-Key\`. The same key with the same body gets the same answer, with another body 422.

**Lists** are \`{items, next}\`: 50 items, at most 200 with \`limit\`; give \`next\` as \`after\`.`;

/** The description of this API as OpenAPI 3.1. The same for every process: no address of this one is in it. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Zikui')
    .setDescription(ABOUT)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'An API key: `zk_<test or live>_<id>_<secret>`.' },
      'key',
    )
    .addCookieAuth(
      '__Host-zikui',
      { type: 'apiKey', in: 'cookie', description: 'The session of a person who signed in.' },
      'session',
    )
    .addSecurityRequirements('key')
    .build();
  const document = SwaggerModule.createDocument(app, frame, {
    operationIdFactory: (controller, method) => nameOf(controller, method),
  });
  return asOpenApi31(document);
}

/** `RefundController.find` becomes `refund_find`: names that generated clients can use. */
const nameOf = (controller: string, method: string): string =>
  `${controller.replace(/Controller$/, '').toLowerCase()}_${method}`;

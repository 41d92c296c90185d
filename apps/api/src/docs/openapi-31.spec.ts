import type { OpenAPIObject } from '@nestjs/swagger';
import { asOpenApi31 } from './openapi-31';

const shape = (property: object): unknown => {
  const document = {
    openapi: '3.1.0',
    info: { title: '', version: '' },
    paths: {},
    components: { schemas: { ThingResource: { type: 'object', properties: { property } } } },
  };
  const { components } = asOpenApi31(document);
  return (components?.schemas?.Thing as { properties: { property: unknown } }).properties.property;
};

describe('the description in OpenAPI 3.1', () => {
  it('makes null one of the types', () => {
    expect(shape({ type: 'string', format: 'date', nullable: true })).toEqual({
      type: ['string', 'null'],
      format: 'date',
    });
    expect(shape({ type: 'string', enum: ['a'], nullable: true })).toEqual({
      type: ['string', 'null'],
      enum: ['a', null],
    });
  });

  it('makes a reference, or null, a choice of both', () => {
    const choice = { oneOf: [{ $ref: '#/components/schemas/Money' }, { type: 'null' }], description: 'why' };
    const reference = { $ref: '#/components/schemas/MoneyResource' };
    expect(shape({ ...reference, nullable: true, description: 'why' })).toEqual(choice);
    expect(shape({ type: 'object', allOf: [reference], nullable: true, description: 'why' })).toEqual(choice);
  });

  it('gives shapes their public names and closes those that come in', () => {
    const schemas = { SaleDto: { type: 'object' }, SaleResource: { type: 'object' } };
    const document = {
      openapi: '3.1.0',
      info: { title: '', version: '' },
      paths: {},
      components: { schemas },
    } as OpenAPIObject;
    expect(asOpenApi31(document).components?.schemas).toEqual({
      SaleBody: { type: 'object', additionalProperties: false },
      Sale: { type: 'object' },
    });
  });
});

import openapi, { astToString } from 'openapi-typescript';

const HEAD = '// Made from docs/api/openapi.json by `npm run generate`. Do not edit.\n';

/** The types of the console's client: every route, shape and answer of the API, as its description tells. */
export const clientOf = async (description: string): Promise<string> =>
  `${HEAD}${astToString(await openapi(description, { alphabetize: true, rootTypes: false }))}`;

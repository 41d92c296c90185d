import { gapsOf, readPermissions } from './permissions';

const DOCUMENT = { paths: { '/v1/refunds': { get: {}, post: {} } } };

describe('the matrix of permissions', () => {
  it('must name every operation, and no other', () => {
    const matrix = readPermissions(
      'GET /v1/refunds: { scopes: [refunds:read], roles: [everybody] }\nGET /v1/old: { public: true }',
    );
    expect(gapsOf(matrix, DOCUMENT)).toEqual([
      'POST /v1/refunds is missing in docs/api/permissions.yaml',
      'GET /v1/old of docs/api/permissions.yaml is no operation',
    ]);
  });

  it.each(['GET /x: { scopes: [refunds:red] }', 'GET /x: { roles: [king] }'])('knows no other names: %s', (text) =>
    expect(() => readPermissions(text)).toThrow('which there is not'),
  );

  it('reads groups of roles', () =>
    expect(readPermissions('GET /x: { roles: [approvers, ops] }').get('GET /x')).toEqual({
      kind: 'closed',
      scopes: [],
      roles: ['lead', 'manager', 'cfo', 'ops'],
      masked: [],
      linesOnly: [],
    }));
});

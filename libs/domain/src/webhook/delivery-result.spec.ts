import { resultOfStatus } from './delivery-result';

describe('the status that an endpoint answers', () => {
  it.each([200, 201, 204, 299])('is a delivery: %i', (status) =>
    expect(resultOfStatus(status)).toEqual({ kind: 'delivered', status }),
  );

  it('says that the endpoint is no more: 410', () =>
    expect(resultOfStatus(410)).toEqual({ kind: 'gone', status: 410 }));

  it.each([301, 302, 307, 308])('is a redirect, and nothing was delivered: %i', (status) =>
    expect(resultOfStatus(status)).toEqual({ kind: 'failed', failure: 'redirect', status }),
  );

  it.each([100, 400, 401, 404, 429, 500, 503])('is a failure: %i', (status) =>
    expect(resultOfStatus(status)).toEqual({ kind: 'failed', failure: 'status', status }),
  );
});

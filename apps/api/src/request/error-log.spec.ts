import { loggedError } from './error-log';

describe('an error in the log', () => {
  it('keeps what it is and why, and drops what it carries', () => {
    const driver = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (email)=(dana@example.com)',
    });
    const failed = Object.assign(new Error('duplicate key', { cause: driver }), {
      parameters: ['dana@example.com'],
      driverError: driver,
    });
    const logged = loggedError(failed);
    expect(logged).toMatchObject({ type: 'Error', message: 'duplicate key', cause: { code: '23505' } });
    expect(JSON.stringify(logged)).not.toContain('dana@');
  });

  it('ends when causes go in a circle', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(loggedError(error)).match(/"message"/g)).toHaveLength(6);
  });

  it('tells nothing of a thing that is no error', () =>
    expect(loggedError('4111 1111 1111 1111')).toEqual({ type: 'string', message: 'not an error' }));
});

import { newApiKeyText, publicIdOf } from './api-key-text';

describe('the text of an API key', () => {
  it('tells its mode and its public part, and keeps the length of its secret', () => {
    for (let made = 0; made < 200; made += 1) {
      const { key, publicId } = newApiKeyText('test');
      expect(key).toMatch(/^zk_test_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}$/);
      expect(publicIdOf(key)).toBe(publicId);
    }
  });

  it('is not found in other texts', () => {
    const { key } = newApiKeyText('live');
    for (const text of ['', 'zk_live_', key.slice(1), `${key} `, key.replace('live', 'prod')]) {
      expect(publicIdOf(text)).toBeUndefined();
    }
  });
});

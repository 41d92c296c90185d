import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readGateways } from './read-gateways';

const folder = mkdtempSync(path.join(tmpdir(), 'zikui-gateways-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(content: unknown): ReturnType<typeof readGateways> {
  const file = path.join(folder, 'accounts.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readGateways(file);
}

describe('a file of gateway accounts', () => {
  it('gives accounts with and without settings', () => {
    const accounts = {
      stripe: { apiKey: 'sk_test_1', webhookSecret: 'whsec_1' },
      generic: { apiKey: 'k', webhookSecret: 'w', settings: { address: 'https://bridge.example', account: 'a' } },
    };
    expect(read(accounts)).toEqual(accounts);
  });

  it.each([
    [{ other: { apiKey: 'k', webhookSecret: 'w' } }, 'other is none of'],
    [{ stripe: { apiKey: 'canary' } }, 'stripe.webhookSecret is a text'],
    [{ stripe: { apiKey: 'canary', webhookSecret: 'w', secret: 'canary' } }, 'stripe has no secret'],
    [
      { generic: { apiKey: 'canary', webhookSecret: 'w', settings: { address: 1 } } },
      'generic.settings.address is a text',
    ],
    [{ generic: 'canary' }, 'generic is an object'],
    [[], 'the file is an object'],
    ['{ "canary', 'is the name of a JSON file'],
  ])('refuses %j without quoting it', (content, sentence) => {
    expect(() => read(content)).toThrow(sentence);
    expect(() => read(content)).not.toThrow('canary');
  });

  it('refuses a file that is not there', () => {
    expect(() => readGateways(path.join(folder, 'gone.json'))).toThrow('is the name of a JSON file');
  });
});

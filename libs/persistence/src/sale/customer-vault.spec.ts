import { randomBytes } from 'node:crypto';
import { SecretBox } from '../access/secret-box';
import { CustomerVault } from './customer-vault';

describe('CustomerVault', () => {
  const vault = new CustomerVault(new SecretBox(randomBytes(32)));
  const place = { merchantId: 'm1', customerId: 'c1' };
  const contact = { name: 'דנה כהן', email: 'Dana@Example.com ', phone: '+972 50-123-4567' };

  it('gives back the contact that it sealed', () => {
    const dataKey = vault.newDataKey(place);
    const personal = vault.sealContact(contact, dataKey, place);
    expect(personal).not.toContain('Dana');
    expect(vault.openContact({ dataKey, personal }, place)).toEqual(contact);
  });

  it('gives nothing once the customer key is destroyed', () => {
    const personal = vault.sealContact(contact, vault.newDataKey(place), place);
    expect(vault.openContact({ dataKey: null, personal }, place)).toBeUndefined();
  });

  it('opens words of before its own key no more once the customer comes again, and still those without a mark', () => {
    const [before, now] = [vault.newDataKey(place), vault.newDataKey(place)];
    const sealed = vault.sealNote('The left leg', before, place);
    const [, unmarked = ''] = sealed.split(':');
    expect([before, now, null].map((key) => vault.openNote(sealed, key, place))).toEqual([
      'The left leg',
      undefined,
      undefined,
    ]);
    expect(vault.openNote(unmarked, before, place)).toBe('The left leg');
  });

  it('reads words without a mark as erased once the customer comes again, and names what was changed in words with one', () => {
    const [before, now] = [vault.newDataKey(place), vault.newDataKey(place)];
    const [mark = '', unmarked = ''] = vault.sealNote('The left leg', before, place).split(':');
    expect(vault.openNote(unmarked, now, place)).toBeUndefined();
    expect(() => vault.openNote(`${mark}:${unmarked}`, before, { ...place, customerId: 'c2' })).toThrow();
    expect(() => vault.openNote(unmarked.replace('s1.', 's0.'), now, place)).toThrow();
  });

  it("does not open one customer's contact as another's", () => {
    const dataKey = vault.newDataKey(place);
    const personal = vault.sealContact(contact, dataKey, place);
    expect(() => vault.openContact({ dataKey, personal }, { ...place, customerId: 'c2' })).toThrow();
  });

  it('finds one person whatever way mail and phone are written', () => {
    const other = { name: null, email: 'dana@example.com', phone: '050-1234567' };
    expect(vault.hashes(other, 'm1')).toEqual(vault.hashes(contact, 'm1'));
    expect(vault.hashes(other, 'm2')).not.toEqual(vault.hashes(contact, 'm1'));
  });

  it('has no hash of what is not known, so that two unknown customers are not one', () => {
    expect(vault.hashes({ name: null, email: ' ', phone: null }, 'm1')).toEqual({ email: null, phone: null });
  });
});

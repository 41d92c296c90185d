import { maskedAddress } from './masked-address';

describe('a masked address', () => {
  it.each([
    ['dana.levi@example.com', 'd••••@example.com'],
    ['d@example.com', 'd••••@example.com'],
    ['"a@b"@example.com', '"••••@example.com'],
    ['😀dana@example.com', '😀••••@example.com'],
    ['@example.com', '••••'],
    ['dana', '••••'],
    ['', '••••'],
  ])('of %j is %s', (address, masked) => expect(maskedAddress(address)).toBe(masked));
});

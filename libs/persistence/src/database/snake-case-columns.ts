import { DefaultNamingStrategy } from 'typeorm';

/** `capturedAt` in code is `captured_at` in SQL. */
export class SnakeCaseColumns extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string): string {
    return customName || propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

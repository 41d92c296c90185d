import { Injectable } from '@nestjs/common';

/** Somebody whom the identity provider knows. */
export type Person = Readonly<{
  sub: string;
  email: string;
  emailVerified: boolean;
  name: string;
  /** Values of the claim `roles`, each `merchant:role`. */ roles: readonly string[];
  /** He left: nobody signs in as him, and what he was given is not renewed. */ blocked: boolean;
}>;

const AT = 'demo.test';
const person = (name: string, ...roles: string[]): Person => ({
  sub: name,
  email: `${name}@${AT}`,
  emailVerified: true,
  name: `${name.charAt(0).toUpperCase()}${name.slice(1)} (${roles.join(', ').replaceAll('_', ' ')})`,
  roles: roles.map((role) => `demo:${role}`),
  blocked: false,
});

/** One person for each role of the demo shop, and two for each role whose acts need a second one. */
const EVERYBODY: readonly Person[] = [
  person('sivan', 'support'),
  person('lior', 'lead'),
  person('maya', 'manager'),
  person('carmel', 'cfo'),
  person('fadi', 'finance'),
  person('faina', 'finance'),
  person('peleg', 'policy_owner'),
  person('pnina', 'policy_owner'),
  person('waleed', 'warehouse'),
  person('omer', 'ops'),
  person('aviv', 'auditor'),
  person('adam', 'admin'),
  person('adi', 'admin'),
];

/** Whom the identity provider knows. Changes are forgotten at the next start. */
@Injectable()
export class People {
  private readonly known = new Map(EVERYBODY.map((one) => [one.sub, one]));

  list(): readonly Person[] {
    return [...this.known.values()];
  }

  find(sub: string): Person | undefined {
    return this.known.get(sub);
  }

  put(one: Person): void {
    this.known.set(one.sub, one);
  }
}

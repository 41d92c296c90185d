import { holdsCardNumber } from './card-number';

export type Path = readonly (string | number)[];

/** RFC 6901 pointer to a field. A name that the caller made up is shown only when it is short, plain and no card number. */
export const pointerOf = (path: Path): string => path.map((step) => `/${shown(String(step))}`).join('');

const shown = (name: string): string => (/^[A-Za-z0-9_.:-]{1,64}$/.test(name) && !holdsCardNumber(name) ? name : '?');

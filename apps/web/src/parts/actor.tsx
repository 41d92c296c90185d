import type { ReactNode } from 'react';
import { Bdi } from './bdi';

/** Who did it: a person by his name in the house, a key by its id. */
export const Actor = ({ of }: Readonly<{ of: string }>): ReactNode => <Bdi>{of.replace(/^staff:/, '')}</Bdi>;

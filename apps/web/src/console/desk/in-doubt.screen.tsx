import type { ReactNode } from 'react';
import { Bdi } from '../../parts/bdi';
import { Desk } from './desk';

/** Refunds of which nobody knows whether their money moved. Unknown is not failed, and nothing here is red. */
export function Screen(): ReactNode {
  return (
    <Desk
      of="in_doubt"
      path="/desk/in-doubt"
      more={({ transfers }) =>
        transfers.filter(({ status }) => status === 'in_doubt').map(({ id, gateway }) => <Bdi key={id}>{gateway}</Bdi>)
      }
    />
  );
}

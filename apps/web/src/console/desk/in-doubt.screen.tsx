import { Fragment, type ReactNode } from 'react';
import { GatewayName } from '../../parts/gateway-name';
import { Desk } from './desk';
import { NextLookUp } from './next-look-up';

/** Refunds of which nobody knows whether their money moved. Unknown is not failed, and nothing here is red. */
export function Screen(): ReactNode {
  return (
    <Desk
      of="in_doubt"
      path="/desk/in-doubt"
      more={({ transfers }) =>
        transfers
          .filter(({ status }) => status === 'in_doubt')
          .map((transfer) => (
            <Fragment key={transfer.id}>
              <GatewayName of={transfer.gateway} /> <NextLookUp of={transfer} />
            </Fragment>
          ))
      }
    />
  );
}

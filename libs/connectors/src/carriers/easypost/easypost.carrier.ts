import { CarrierFailed, RefundError, type Carrier, type CarrierAccount, type ReturnLabel } from '@zikui/domain';
import { parseObject, type JsonObject } from '../../json-object';
import { callEasyPost, type EasyPostAnswer, type EasyPostSettings } from './easypost.client';
import { isSignedByEasyPost } from './easypost.signature';
import { cheapestRateOf, labelOf, scanOf } from './easypost.transformers';

const NAME = 'easypost';

function bodyOf(answer: EasyPostAnswer): JsonObject {
  if (answer.kind === 'done') return answer.body;
  throw new CarrierFailed(NAME, true, { httpStatus: answer.httpStatus, code: answer.code });
}

const shipmentPath = (ref: string): string => `/shipments/${encodeURIComponent(ref)}`;

/** The shipment made before under this reference, which EasyPost takes in the place of an id; else a new one. */
async function shipmentFor(
  settings: EasyPostSettings,
  account: CarrierAccount,
  reference: string,
): Promise<JsonObject> {
  const known = await callEasyPost(settings, { account, method: 'GET', path: shipmentPath(reference) });
  if (known.kind === 'done') return known.body;
  if (known.httpStatus !== 404) return bodyOf(known);
  const body = { shipment: { reference, is_return: true } };
  return bodyOf(await callEasyPost(settings, { account, method: 'POST', path: '/shipments', body }));
}

async function buy(settings: EasyPostSettings, account: CarrierAccount, shipment: JsonObject): Promise<JsonObject> {
  const id = String(shipment['id']);
  const rate = cheapestRateOf(shipment);
  if (rate === undefined) throw new CarrierFailed(NAME, true, { code: 'no_rates', shipment: id });
  const path = `${shipmentPath(id)}/buy`;
  const bought = await callEasyPost(settings, { account, method: 'POST', path, body: { rate: { id: rate } } });
  // Bought by an earlier call whose answer was lost.
  if (bought.kind === 'refused' && bought.code === 'SHIPMENT.POSTAGE.EXISTS')
    return bodyOf(await callEasyPost(settings, { account, method: 'GET', path: shipmentPath(id) }));
  return bodyOf(bought);
}

async function createReturnLabel(
  settings: EasyPostSettings,
  { account, reference }: Readonly<{ account: CarrierAccount; reference: string }>,
): Promise<ReturnLabel> {
  const shipment = await shipmentFor(settings, account, reference);
  const label = labelOf(shipment) ?? labelOf(await buy(settings, account, shipment));
  if (label === undefined) throw new CarrierFailed(NAME, false, { error: 'no_label', reference });
  return label;
}

/** EasyPost's API and webhooks (also spoken by the sandbox), by plain HTTP calls. */
export function createEasyPostCarrier(settings: EasyPostSettings): Carrier {
  return {
    name: NAME,
    createReturnLabel: (ask) => createReturnLabel(settings, ask),
    async cancelReturnLabel({ account, shipmentRef }) {
      // A refusal means that it was cancelled before, was used or never was: nothing is left to cancel.
      await callEasyPost(settings, { account, method: 'POST', path: `${shipmentPath(shipmentRef)}/refund` });
    },
    readWebhook(account, rawBody, headers) {
      const event = isSignedByEasyPost(rawBody, headers['x-hmac-signature'], account.webhookSecret)
        ? parseObject(rawBody.toString('utf8'))
        : undefined;
      if (event === undefined) throw new RefundError('bad_signature', { carrier: NAME });
      return scanOf(event);
    },
  };
}

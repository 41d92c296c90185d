import { sandboxKey } from '../merchant/sample-merchants';

export type SandboxAccount = Readonly<{ slug: string; id: string; gatewaySecret: string; carrierSecret: string }>;

/** Tells the sandbox where to send this merchant's gateway and carrier webhooks, and there only: the api's port may have moved. Telling it again changes nothing. */
export async function registerWebhooks(sandbox: string, api: string, account: SandboxAccount): Promise<void> {
  const endpoints = [
    {
      account: sandboxKey(account.slug),
      url: `${api}/webhooks/gateways/stripe/${account.id}`,
      secret: account.gatewaySecret,
    },
    {
      account: `EZTK${account.slug}`,
      url: `${api}/webhooks/carriers/easypost/${account.id}`,
      secret: account.carrierSecret,
    },
  ];
  for (const endpoint of endpoints) {
    const answer = await fetch(`${sandbox}/_control/webhook-endpoints`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...endpoint, only: true }),
    });
    if (!answer.ok) throw new Error(`The sandbox refused a webhook endpoint: ${answer.status} ${await answer.text()}`);
  }
}

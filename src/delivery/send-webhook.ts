import {DeliveryError} from './delivery-error.ts';

const within = 20_000;

/**
 * Posts a message to a webhook.
 * @param address a secret: whoever knows it can write there, so no message ever tells it
 * @returns what the other side answered
 * @throws DeliveryError lasting where trying again can't help
 */
export async function sendWebhook(
  address: string,
  message: unknown,
  {fetch}: {fetch: typeof globalThis.fetch},
): Promise<string> {
  if (!isSafe(address))
    throw new DeliveryError('The webhook’s address is no https address. Copy it again.', {
      isLasting: true,
    });
  const answer = await post(address, message, fetch);
  const said = `${answer.status} ${(await answer.text()).slice(0, 200)}`.trim();
  if (answer.ok) return said;
  const isLasting = answer.status < 500 && answer.status !== 429 && answer.status !== 408;
  throw new DeliveryError(`The webhook answered ${said}`, {isLasting});
}

async function post(
  address: string,
  message: unknown,
  fetch: typeof globalThis.fetch,
): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(message),
      // A redirect would carry the message to an address nobody has stated.
      redirect: 'manual',
      signal: AbortSignal.timeout(within),
    });
  } catch (error) {
    const {cause, message: why} = error as {cause?: {code?: string}; message: string};
    throw new DeliveryError(`The webhook can’t be reached: ${cause?.code ?? why}`, {
      isLasting: false,
    });
  }
}

/** Encrypted, or this machine's own. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const {protocol, hostname} = new URL(address);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && (hostname === 'localhost' || /^127\./.test(hostname));
}

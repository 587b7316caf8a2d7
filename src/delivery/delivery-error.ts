/** Why something didn't arrive. A lasting failure is not tried again. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
  readonly isLasting: boolean;

  constructor(message: string, {isLasting}: {isLasting: boolean}) {
    super(message);
    this.isLasting = isLasting;
  }
}

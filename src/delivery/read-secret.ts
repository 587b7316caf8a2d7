import {DeliveryError} from './delivery-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws DeliveryError that names the variable, never what is in it */
export function readSecret(env: Environment, name: string): string {
  const value = env[name];
  if (value !== undefined && value !== '') return value;
  throw new DeliveryError(
    `The environment variable ${name} is not set. Set it where meantime runs, and start it again.`,
    {isLasting: true},
  );
}

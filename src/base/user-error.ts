/**
 * Something the person at the keyboard can put right. It prints as one line and a remedy,
 * ends a command with exit code 1 and answers a request with a 4xx. Every other error is our bug.
 */
export class UserError extends Error {
  override name = 'UserError';

  /**
   * @param message what is wrong and where, in one line
   * @param remedy what to do about it, as a sentence
   * @param status the HTTP status a request gets
   */
  constructor(
    message: string,
    readonly remedy: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

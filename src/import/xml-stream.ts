import {SaxesParser, type SaxesTagPlain} from 'saxes';
import {UserError} from '../base/user-error.ts';

export interface XmlHandlers {
  /** `attributes` by name as written. */
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

const deepest = 200;
/** No export has so long a text in one element; a bomb has. */
const longestText = 32 * 2 ** 20;

/**
 * Reads XML from its text, chunk by chunk. Document types are refused as a whole, and with them external
 * entities and entity bombs: no tool's export needs one.
 * @param place its name, for messages
 * @throws UserError when it is not well-formed, cut off, too deep, or declares a document type
 */
export async function readXml(
  chunks: AsyncIterable<string>,
  place: string,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = new SaxesParser({fileName: place, position: true});
  let depth = 0;
  let sinceTag = 0;
  parser.on('doctype', () => {
    throw new UserError(
      `${place} declares a document type (line ${parser.line}), which can hide entities that blow up or read other files.`,
      'Export it without DTD, or remove the lines of <!DOCTYPE …>.',
    );
  });
  parser.on('opentag', ({name, attributes}) => {
    if (++depth > deepest)
      throw new UserError(
        `${place} nests more than ${deepest} elements (line ${parser.line}).`,
        'No export needs that; export it again as CSV.',
      );
    handlers.open(name, attributes as SaxesTagPlain['attributes']);
  });
  parser.on('closetag', ({name}) => {
    depth--;
    handlers.close(name);
  });
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  parser.on('error', (error) => {
    throw notWellFormed(place, error);
  });
  for await (const chunk of chunks) {
    const tagAt = chunk.lastIndexOf('<');
    sinceTag = tagAt < 0 ? sinceTag + chunk.length : chunk.length - tagAt;
    if (sinceTag > longestText)
      throw new UserError(
        `${place} has a text of more than ${longestText / 2 ** 20}\u202fMB in one element (line ${parser.line}).`,
        'No export needs that; export it again without attachments.',
        413,
      );
    parser.write(chunk);
  }
  parser.close();
}

function notWellFormed(place: string, error: Error): UserError {
  const [, at = '', reason = error.message] = /:(\d+:\d+): (.*)$/s.exec(error.message) ?? [];
  const isCut = /unclosed|unexpected end|must contain a root/.test(reason);
  const [line, column] = at.split(':');
  const where = at === '' ? '' : ` at line ${line}, column ${column}`;
  return new UserError(
    `${place} is ${isCut ? 'XML that is cut off' : 'not well-formed XML'}${where}: ${reason.split('\n')[0]}`,
    isCut
      ? 'Export it again; it was probably cut off.'
      : 'Export it again, or mend that place; nothing of it was imported.',
  );
}

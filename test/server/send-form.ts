import {request} from 'node:http';
import type {Answer} from './running.ts';

interface Sent {
  path: string;
  body: Buffer | string;
  type: string;
  headers?: Record<string, string>;
}

/** A POST as a browser on a page of the server sends it. */
export function post(address: string, {path, body, type, headers = {}}: Sent): Promise<Answer> {
  const {hostname, port, host} = new URL(address);
  return new Promise((done, failed) => {
    const sent = request({
      ...{agent: false, hostname, port, path, method: 'POST'},
      headers: {
        ...{host, origin: `http://${host}`, accept: 'text/html', 'content-type': type},
        'content-length': Buffer.byteLength(body),
        ...headers,
      },
    });
    sent.on('error', failed);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const answered = response.headers as Record<string, string>;
        done({status: response.statusCode ?? 0, headers: answered, text: bytes.toString(), bytes});
      });
    });
    sent.end(body);
  });
}

/** A form without files. */
export function postForm(
  address: string,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = new URLSearchParams(fields).toString();
  return post(address, {path, body, type: 'application/x-www-form-urlencoded', headers});
}

export const boundary = 'frame-of-the-form';

/** One file in a form, as multipart. */
export function fileForm(name: string, content: Buffer | string): Buffer {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(head),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}

export function postFile(
  address: string,
  {name, content}: {name: string; content: Buffer | string},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const type = `multipart/form-data; boundary=${boundary}`;
  return post(address, {path: '/import/uploads', body: fileForm(name, content), type, headers});
}

/** What a page's form would send as it stands: the chosen option of each list, the value of each field. */
export function fieldsOf(html: string): Record<string, string> {
  const form = /<form class="review"[^]*?<\/form>/.exec(html)?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [tag, name = ''] of form.matchAll(/<input [^>]*name="([^"]+)"[^>]*>/g))
    fields[name] = / value="([^"]*)"/.exec(tag)?.[1] ?? '';
  for (const [, name = '', options = ''] of form.matchAll(
    /<select name="([^"]+)"[^>]*>([^]*?)<\/select>/g,
  )) {
    const all = [...options.matchAll(/<option value(?:="([^"]*)")?( selected)?>/g)];
    const chosen = all.find(([, , isSelected]) => isSelected) ?? all[0];
    fields[name] = chosen?.[1] ?? '';
  }
  return fields;
}

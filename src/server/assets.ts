import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, extname, join} from 'node:path';
import {promisify} from 'node:util';
import {gzip} from 'node:zlib';
import {UserError} from '../base/user-error.ts';

const compress = promisify(gzip);
const require = createRequire(import.meta.url);

/** A file that pages load, held in memory under a name that changes with its content. */
export interface Asset {
  /** `/assets/style.0f3a9c21d4.css` */
  path: string;
  type: string;
  body: Buffer;
  /** Null where compressing again gains nothing. */
  gzip: Buffer | null;
}

export interface Assets {
  stylesheet: string;
  /** Null when the script is left out. */
  script: string | null;
  /** What only the Import page loads. */
  importScripts: {page: string; preview: string} | null;
  icon: string;
  find(path: string): Asset | undefined;
}

export interface AssetSources {
  /** Text of the pages' style sheet. */
  styles: string;
  /** SVG text. */
  icon: string;
  /** The script bundle, `dist/client/client.js`, beside those of the Import page; null serves pages without script. */
  scriptFile: string | null;
}

/**
 * Reads everything pages load, once: nothing is looked up on disk by a name out of a request.
 * @throws UserError when the script has not been built
 */
export async function loadAssets({styles, icon, scriptFile}: AssetSources): Promise<Assets> {
  const files = new Map<string, Asset>();
  async function add(name: string, body: Buffer): Promise<string> {
    const asset = await assetOf(name, body);
    files.set(asset.path, asset);
    return asset.path;
  }
  const script = async (name: string, file: string) => add(`${name}.js`, await readScript(file));
  return {
    stylesheet: await add('style.css', Buffer.from(await withFonts(styles, add))),
    script: scriptFile === null ? null : await script('client', scriptFile),
    importScripts:
      scriptFile === null
        ? null
        : {
            page: await script('import-page', beside(scriptFile, 'import-page')),
            preview: await script('csv-preview', beside(scriptFile, 'csv-preview')),
          },
    icon: await add('icon.svg', Buffer.from(icon)),
    find: (path) => files.get(path),
  };
}

function beside(file: string, name: string): string {
  return join(dirname(file), `${name}${extname(file)}`);
}

/** The style sheet names fonts as `/assets/fonts/<file>`; here they get the names they are served under. */
async function withFonts(
  styles: string,
  add: (name: string, body: Buffer) => Promise<string>,
): Promise<string> {
  let text = styles;
  for (const [address, name = ''] of styles.matchAll(/\/assets\/fonts\/([\w.-]+)/g)) {
    text = text.replaceAll(address, await add(name, await readFile(fontFile(name))));
  }
  return text;
}

/** `inter-latin-wght-normal.woff2` is a file of `@fontsource-variable/inter`. */
function fontFile(name: string): string {
  const family = name.replace(/-(latin|cyrillic|greek|vietnamese)\b.*$/, '');
  return require.resolve(`@fontsource-variable/${family}/files/${name}`);
}

async function readScript(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new UserError('The script of the pages has not been built.', 'Run: npm run build', 500);
  }
}

async function assetOf(name: string, body: Buffer): Promise<Asset> {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  const extension = extname(name);
  const isText = extension !== '.woff2';
  return {
    path: `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`,
    type: contentTypes[extension] ?? 'application/octet-stream',
    body,
    gzip: isText ? await compress(body, {level: 9}) : null,
  };
}

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {chromium as playwright, type Browser} from 'playwright-core';
import {inject} from 'vitest';
import {onceARun} from '../once-a-run.ts';

/** Why there is no browser here, or null. The bundled one runs on 64-bit Intel Linux with glibc 2.34 or newer. */
export const noBrowser: string | null =
  process.platform === 'linux' && process.arch === 'x64'
    ? null
    : 'the bundled browser runs on Linux on x64 only';

/**
 * Starts the browser that comes as a package, with the libraries it brings along, so that nothing needs to
 * be installed. It is unpacked once a run, because two unpacking it at once would run half a file.
 */
export async function openBrowser(): Promise<Browser> {
  const place = await onceARun('chromium', async (directory) => {
    mkdirSync(directory, {recursive: true});
    await unpack(directory);
    nameFonts(directory);
  });
  const {args} = await unpack(place);
  return playwright.launch({
    executablePath: join(place, 'chromium'),
    args: args.filter((arg) => !looser.has(arg)),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(place, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(place, 'fonts'),
      HOME: inject('runDirectory'),
    },
  });
}

/**
 * The package's own list of fonts names folders outside the one it unpacks into; without any font the
 * browser dies of the first letter that a page's fonts lack.
 */
function nameFonts(directory: string): void {
  const fonts = join(directory, 'fonts');
  writeFileSync(
    join(fonts, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${join(directory, 'font-cache')}</cachedir></fontconfig>
`,
  );
}

/** Flags for cloud functions that would hide what a reader's browser refuses. */
const looser = new Set([
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--single-process',
  '--no-zygote',
]);

/** The package unpacks into the temporary directory, and its libraries only where it believes to be in a cloud. */
async function unpack(directory: string): Promise<{args: string[]}> {
  const before = {TMPDIR: process.env['TMPDIR'], LD: process.env['LD_LIBRARY_PATH']};
  process.env['TMPDIR'] = directory;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  try {
    const {default: chromium} = await import('@sparticuz/chromium');
    chromium.setGraphicsMode = false;
    if (!existsSync(join(directory, 'chromium'))) await chromium.executablePath();
    return {args: chromium.args};
  } finally {
    delete process.env['AWS_LAMBDA_JS_RUNTIME'];
    restore('TMPDIR', before.TMPDIR);
    restore('LD_LIBRARY_PATH', before.LD);
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

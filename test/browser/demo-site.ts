import {join} from 'node:path';
import {build as bundle} from 'vite';
import type {BrowserContext, BrowserContextOptions, Page} from 'playwright-core';
import {packagePath} from '../../src/base/package-root.ts';
import type {Listening} from '../../src/server/listen.ts';
import {serve} from '../../src/server/serve.ts';
import type {Workspace} from '../../src/config/workspace.ts';
import {demoBuiltAt, demoWorkspace} from '../demo-workspace.ts';
import {onceARun} from '../once-a-run.ts';
import {openBrowser} from './open-browser.ts';

export interface DemoSite {
  address: string;
  /** A tab of its own, with everything it complained about. */
  open(path: string, options?: BrowserContextOptions): Promise<Tab>;
  close(): Promise<void>;
}

export interface Tab {
  page: Page;
  /** Console errors and warnings, failed requests, exceptions, violations of the content policy. */
  complaints: string[];
  close(): Promise<void>;
}

/** The demo served as a reader gets it, script included, and a browser to read it with. */
export async function openDemoSite(): Promise<DemoSite> {
  return openSite(await demoWorkspace());
}

/** The same over another workspace, for tests that decide something. */
export async function openSite(workspace: Workspace): Promise<DemoSite> {
  const [script, browser] = await Promise.all([bundledScript(), openBrowser()]);
  const server: Listening = await serve(workspace, {
    port: 0,
    host: '127.0.0.1',
    logLevel: 'error',
    now: () => demoBuiltAt,
    scriptFile: script,
  });
  return {
    address: server.address,
    async open(path, options = {}) {
      const context = await browser.newContext({baseURL: server.address, ...options});
      const {page, complaints} = await listeningTab(context);
      await page.goto(path);
      if (options.javaScriptEnabled !== false) await settled(page);
      return {page, complaints, close: () => context.close()};
    },
    async close() {
      await browser.close();
      await server.stop({patience: 500});
    },
  };
}

/** When the page is whole, and the script has drawn what there is to draw, in the frame after that. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main:not([aria-busy]):not(:has([data-pending]))', {timeout: 120_000});
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

/** A tab that writes down what it complains about. */
export async function listeningTab(
  context: BrowserContext,
): Promise<{page: Page; complaints: string[]}> {
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A newer change of the page took over.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()} ${reason}`);
  });
  return {page, complaints};
}

/** The pages' script, with those of the Import page beside it. */
export async function bundledScript(): Promise<string> {
  const directory = await onceARun('client', async (place) => {
    for (const mode of ['production', 'import-page', 'csv-preview'])
      await bundle({
        configFile: packagePath('vite.config.ts'),
        root: packagePath(),
        logLevel: 'warn',
        mode,
        build: {outDir: place, emptyOutDir: false},
      });
  });
  return join(directory, 'client.js');
}

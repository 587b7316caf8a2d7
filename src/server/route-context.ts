import type {Logger} from 'pino';
import type {Workspace} from '../config/workspace.ts';
import type {Environment} from '../delivery/read-secret.ts';
import type {Catalogue} from '../metrics/catalogue.ts';
import type {Chrome} from '../pages/html/chrome.ts';
import type {Assets} from './assets.ts';
import type {Imports} from './import/imports.ts';
import type {Language} from '../wording/language.ts';
import type {BuildCatalogues} from './build-catalogues.ts';
import type {FindingCache} from './finding-cache.ts';
import type {Published} from './published.ts';

/** Everything the server touches outside a request. */
export interface AppContext {
  published: Published;
  /** As the files say; `RouteContext.metrics` has what a build makes of it. */
  catalogue: Catalogue;
  workspace: Workspace;
  assets: Assets;
  imports: Imports;
  log: Logger;
  version: string;
  /** Of the pages; English where it is left out. */
  language?: Language;
  /** What it listens on: a server for this machine refuses other names; null leaves that out. */
  host: string | null;
  now(): Date;
  /** Holds the secrets that settings name. */
  env: Environment;
}

/** What routes share besides. */
export interface RouteContext extends AppContext {
  metrics: BuildCatalogues;
  findings: FindingCache;
  /** Stands for this server's code and configuration in ETags: another start may draw differently. */
  stamp: string;
  chrome: Pick<Chrome, 'navigation'> & Partial<Chrome>;
}

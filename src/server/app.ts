import express, {type Express} from 'express';
import {pinoHttp} from 'pino-http';
import {serverChrome} from '../pages/html/chrome.ts';
import {inLanguage} from '../wording/in-language.ts';
import {followCatalogues} from './build-catalogues.ts';
import {errorHandler, noSuchPage} from './errors.ts';
import {failurePage} from './failure-page.tsx';
import {keepFindings} from './finding-cache.ts';
import type {AppContext, RouteContext} from './route-context.ts';
import {actionChangeRoutes} from './routes/action-changes.ts';
import {actionFormRoutes} from './routes/action-forms.ts';
import {actionRoutes} from './routes/actions.ts';
import {assetRoutes} from './routes/assets.ts';
import {findingRoutes} from './routes/findings.ts';
import {dataRoutes} from './routes/data.ts';
import {healthRoutes} from './routes/health.ts';
import {importRoutes} from './routes/imports.ts';
import {incidentRoutes} from './routes/incidents.ts';
import {linkRoutes} from './routes/links.ts';
import {metricRoutes} from './routes/metrics.ts';
import {openApiRoutes} from './routes/openapi.ts';
import {packFormRoutes, packRoutes} from './routes/packs.ts';
import {pageRoutes} from './routes/pages.ts';
import {problemFormRoutes} from './routes/problem-forms.ts';
import {problemDecisionRoutes} from './routes/problem-decisions.ts';
import {problemRoutes} from './routes/problems.ts';
import {reconciliationRoutes} from './routes/reconciliation.ts';
import {slaRoutes} from './routes/sla.ts';
import {viewRoutes} from './routes/views.ts';
import {onlyReading, ownHostOnly, requestLimit, securityHeaders} from './security.ts';
import {phrase} from '../wording/t.ts';

/**
 * The pages and the API over one workspace, ready to listen. It only reads, but for what people decide about
 * links between incidents, about problem candidates and about actions, what they note about packs, and lists they
 * keep, which the register keeps, and files they send to be
 * imported: nothing a request says reaches SQL or a path except through names that are looked up and values that
 * are bound.
 */
export function createApp(context: AppContext): Express {
  const {assets, catalogue, published, log, version, host, now, language = 'en'} = context;
  const metrics = followCatalogues(catalogue, published, {warn: (message) => log.warn(message)});
  const chrome = {
    navigation: [
      ...serverChrome.navigation,
      {id: 'packs', label: phrase`Packs`, href: '/packs'},
      {id: 'import', label: phrase`Import`, href: '/import'},
    ],
    stylesheet: assets.stylesheet,
    script: assets.script,
    icon: assets.icon,
    version,
  };
  const shared: RouteContext = {
    ...context,
    metrics,
    findings: keepFindings(),
    chrome,
    stamp: `${version} ${now().toISOString()}`,
  };
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  app.use(securityHeaders());
  app.use(pinoHttp({logger: log, customLogLevel: () => 'info'}));
  app.use((_request, _response, next) => inLanguage(language, next));
  app.use(healthRoutes(shared));
  app.use(ownHostOnly(host), requestLimit(), linkRoutes(shared), importRoutes(shared));
  app.use(viewRoutes(shared), problemFormRoutes(shared), problemDecisionRoutes(shared));
  app.use(actionFormRoutes(shared), actionChangeRoutes(shared), packFormRoutes(shared));
  app.use(onlyReading);
  app.use(assetRoutes(assets));
  app.use(pageRoutes(shared), packRoutes(shared));
  app.use(metricRoutes(shared), incidentRoutes(shared), dataRoutes(shared), openApiRoutes(shared));
  app.use(reconciliationRoutes(shared), slaRoutes(shared), problemRoutes(shared));
  app.use(actionRoutes(shared));
  app.use(findingRoutes(shared));
  app.use(noSuchPage);
  app.use(errorHandler(log, (failure) => failurePage(failure, chrome)));
  return app;
}

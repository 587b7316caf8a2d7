import type {Freshness} from '../page-state.ts';
import type {Chrome} from './chrome.ts';
import {t, translated} from '../../wording/t.ts';

interface PageHeaderProps {
  /** Of the page, in the navigation. */
  id: string;
  /** Null while nothing has been built. */
  freshness: Freshness | null;
  chrome: Chrome;
}

/** Brand, pages and how fresh the data is. */
export function PageHeader({id: current, freshness, chrome}: PageHeaderProps) {
  const home = chrome.navigation[0]?.href ?? '/';
  return (
    <header class="top">
      <a class="brand" href={home}>
        Meantime
      </a>
      {chrome.navigation.length > 0 && (
        <nav aria-label={t`Pages`}>
          {chrome.navigation.map(({id, label, href}) => (
            <a href={href} aria-current={id === current ? 'page' : undefined}>
              {translated(label)}
            </a>
          ))}
        </nav>
      )}
      {freshness && (
        <p class="fresh">
          {freshness.label} · {t`build ${freshness.build}`}
          {freshness.isZoneDefault && <ZoneHint />}
        </p>
      )}
    </header>
  );
}

function ZoneHint() {
  return (
    <>
      {' · '}
      <abbr title={t`Set zone: in meantime.yaml. Until then days and weeks are cut in UTC.`}>
        {t`UTC (not set)`}
      </abbr>
    </>
  );
}

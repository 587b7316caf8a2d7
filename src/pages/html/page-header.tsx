import type {Freshness} from '../page-state.ts';
import type {Chrome} from './chrome.ts';

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
        <nav aria-label="Pages">
          {chrome.navigation.map(({id, label, href}) => (
            <a href={href} aria-current={id === current ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
      )}
      {freshness && (
        <p class="fresh">
          {freshness.label} · build {freshness.build}
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
      <abbr title="Set `zone:` in meantime.yaml. Until then days and weeks are cut in UTC.">
        UTC (not set)
      </abbr>
    </>
  );
}

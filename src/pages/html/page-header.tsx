import type {ResolvedPage} from '../resolved-page.ts';
import type {Chrome} from './chrome.ts';

/** Brand, pages and how fresh the data is. */
export function PageHeader({page, chrome}: {page: ResolvedPage; chrome: Chrome}) {
  const home = chrome.navigation[0]?.href ?? '/';
  return (
    <header class="top">
      <a class="brand" href={home}>
        Meantime
      </a>
      {chrome.navigation.length > 0 && (
        <nav aria-label="Pages">
          {chrome.navigation.map(({id, label, href}) => (
            <a href={href} aria-current={id === page.id ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
      )}
      <p class="fresh">
        {page.freshness.label} · build {page.freshness.build}
        {page.freshness.isZoneDefault && <ZoneHint />}
      </p>
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

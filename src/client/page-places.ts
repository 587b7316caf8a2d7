export interface PagePlace {
  /** Pressed after `g`. */
  key: string;
  path: string;
}

/** Where the letters after `g` lead; what each page is called stands in the navigation. */
export const pagePlaces: readonly PagePlace[] = [
  {key: 'o', path: '/operations'},
  {key: 'w', path: '/weekly'},
  {key: 'm', path: '/monthly'},
  {key: 'p', path: '/problems'},
  {key: 'v', path: '/improvement'},
  {key: 's', path: '/sla'},
  {key: 'i', path: '/incidents'},
  {key: 'q', path: '/quality'},
  {key: 'c', path: '/catalogue'},
  {key: 'k', path: '/packs'},
  {key: 'u', path: '/import'},
];

/** The navigation's link to a place, with the filters that go along; null on a page without it. */
export function linkTo({path}: PagePlace): HTMLAnchorElement | null {
  return document.querySelector<HTMLAnchorElement>(
    `.top nav a:is([href="${path}"], [href^="${path}?"])`,
  );
}

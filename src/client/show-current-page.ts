/** On a phone the navigation is wider than the screen: it begins at the page that is shown, not at the first. */
export function showCurrentPage(): void {
  const nav = document.querySelector<HTMLElement>('.top nav');
  const current = nav?.querySelector<HTMLElement>('[aria-current]');
  if (!nav || !current) return;
  const {left, width} = current.getBoundingClientRect();
  nav.scrollLeft += left - nav.getBoundingClientRect().left - (nav.clientWidth - width) / 2;
}

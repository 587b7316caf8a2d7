/** An open filter menu closes on Escape and on a click elsewhere, as menus do. */
export function closeMenusOutside(): void {
  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' ? openMenu() : null;
    if (!menu) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('click', (event) => {
    const menu = openMenu();
    if (menu && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
}

function openMenu(): HTMLDetailsElement | null {
  return document.querySelector<HTMLDetailsElement>('details.filter[open]');
}

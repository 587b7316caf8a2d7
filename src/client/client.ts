import {closeMenusOutside} from './filter-menus.ts';
import {drawFigures} from './figures.ts';
import {changePagesInPlace} from './page-changes.ts';
import {makeTablesSortable} from './sortable-tables.ts';

/**
 * The little that runs in a browser. Every page is whole without it; it draws figures at their real width
 * with tooltips, sorts tables, and changes period and filters without a reload. It remembers nothing.
 */
let stopDrawing = enhance(document);
closeMenusOutside();
changePagesInPlace((main) => {
  stopDrawing();
  stopDrawing = enhance(main);
});

function enhance(root: ParentNode): () => void {
  makeTablesSortable(root);
  return drawFigures(root);
}

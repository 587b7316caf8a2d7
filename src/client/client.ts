import {closeMenusOutside} from './filter-menus.ts';
import {offerCopies} from './copy-figure.ts';
import {drawFigures} from './figures.ts';
import {changePagesInPlace} from './page-changes.ts';
import {hintAtKeys} from './key-help.ts';
import {pagesByKeyboard} from './page-keys.ts';
import {prepareForms, reviewByKeyboard} from './review-keys.ts';
import {followData} from './follow-data.ts';
import {makeTablesSortable} from './sortable-tables.ts';
import {showCurrentPage} from './show-current-page.ts';
import {completePage} from './complete-page.ts';
import {speakAsDocument} from './document-language.ts';

/**
 * The little that runs in a browser. Every page is whole without it; it draws figures at their real width
 * with tooltips, sorts tables, changes period and filters without a reload, brings what was still being looked
 * for, and lets problem candidates be reviewed by keyboard. It remembers nothing but the name last typed, while the tab is open.
 */
speakAsDocument(document);
let stopDrawing = enhance(document);
closeMenusOutside();
addEventListener('resize', showCurrentPage);
reviewByKeyboard();
pagesByKeyboard();
const changes = changePagesInPlace((main) => {
  stopDrawing();
  stopDrawing = enhance(main);
  completePage(main, changes);
});
completePage(document, changes);
followData(changes);

function enhance(root: ParentNode): () => void {
  showCurrentPage();
  makeTablesSortable(root);
  prepareForms(root);
  hintAtKeys(root);
  offerCopies(root);
  return drawFigures(root);
}

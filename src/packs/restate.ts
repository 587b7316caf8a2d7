import type {KpiRow} from '../pages/kpi-block.ts';
import type {ResolvedPage} from '../pages/resolved-page.ts';
import {flatBlocks} from './pack-block.ts';
import type {Pack, Restatement} from './pack.ts';
import {counted, joined} from '../pages/headline-sentence.ts';
import type {Language} from '../wording/language.ts';
import {t} from '../wording/t.ts';

/** Key figures that read otherwise than in the version published before, in the new page's order. */
export function restate(before: ResolvedPage, after: ResolvedPage): Restatement[] {
  const known = new Map(kpiRows(before).map((row) => [row.label, row]));
  return kpiRows(after).flatMap((row) => {
    const old = known.get(row.label);
    if (!old || (old.valueText === row.valueText && old.n === row.n)) return [];
    return [
      {
        label: row.label,
        before: old.valueText,
        after: row.valueText,
        nBefore: old.n,
        nAfter: row.n,
      },
    ];
  });
}

type Sources = Pick<Pack, 'imports' | 'codeVersion' | 'build' | 'language'>;

/**
 * What came between two versions of a pack and so can have changed its figures: files that were
 * imported, another release of the product, another language, or else settings and decisions.
 */
export function restatedBecause(before: Sources, after: Sources): string {
  const known = new Set(before.imports.map(({id}) => id));
  const files = after.imports.filter(({id}) => !known.has(id)).map(({file}) => file);
  const isOtherCode = before.codeVersion !== after.codeVersion;
  const causes = [
    ...(files.length > 0 ? [t`${fileList(files)} came in`] : []),
    ...(languageOf(before) === languageOf(after) ? [] : [t`the language changed`]),
    ...(isOtherCode ? [t`Meantime ${before.codeVersion} became ${after.codeVersion}`] : []),
  ];
  const between = t`Between build ${before.build} and build ${after.build}`;
  if (causes.length > 0) return t`${between}, ${joined(causes)}.`;
  return t`${between} no file came in; settings or decisions can have changed.`;
}

/** Packs from before there was a choice are English. */
export function languageOf({language = 'en'}: Pick<Pack, 'language'>): Language {
  return language;
}

const mostNamed = 4;

function fileList(files: readonly string[]): string {
  const named = files.slice(0, mostNamed).join(', ');
  const more = files.length - mostNamed;
  return more > 0 ? t`${named} and ${counted(more, 'more file')}` : named;
}

function kpiRows(page: ResolvedPage): KpiRow[] {
  return flatBlocks(page.blocks).flatMap((block) => (block.kind === 'kpis' ? block.rows : []));
}

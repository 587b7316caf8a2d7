import type {Block} from '../resolved-page.ts';
import {DecisionSection} from './decision-section.tsx';
import {DefinitionEntry} from './definition-entry.tsx';
import {ExamplesSection} from './examples-section.tsx';
import {FactsSection} from './facts-section.tsx';
import {FigureSection} from './figure-section.tsx';
import {FindingsSection} from './findings-section.tsx';
import {FormSection} from './form-section.tsx';
import {Headline} from './headline.tsx';
import {KpiTable} from './kpi-table.tsx';
import {LinksSection} from './links-section.tsx';
import {ListControls} from './list-controls.tsx';
import {ListSection} from './list-section.tsx';
import {PostsSection} from './posts-section.tsx';
import {TableSection} from './table-section.tsx';
import {TapeSection} from './tape-section.tsx';
import {ValuesSection} from './values-section.tsx';
import {WordingsSection} from './wordings-section.tsx';
import {WriteSection} from './write-section.tsx';

/** Any block of a page. */
export function PageBlock({block, isNarrow}: {block: Block; isNarrow?: boolean}) {
  switch (block.kind) {
    case 'headline':
      return <Headline block={block} />;
    case 'kpis':
      return <KpiTable block={block} />;
    case 'figure':
      return <FigureSection block={block} isNarrow={isNarrow ?? false} />;
    case 'table':
      return <TableSection block={block} />;
    case 'list':
      return <ListSection block={block} />;
    case 'findings':
      return <FindingsSection block={block} />;
    case 'facts':
      return <FactsSection block={block} />;
    case 'links':
      return <LinksSection block={block} />;
    case 'tape':
      return <TapeSection block={block} />;
    case 'form':
      return <FormSection block={block} />;
    case 'list controls':
      return <ListControls block={block} />;
    case 'definition':
      return <DefinitionEntry block={block} />;
    case 'decision':
      return <DecisionSection block={block} />;
    case 'write':
      return <WriteSection block={block} />;
    case 'values':
      return <ValuesSection block={block} />;
    case 'wordings':
      return <WordingsSection block={block} />;
    case 'examples':
      return <ExamplesSection block={block} />;
    case 'posts':
      return <PostsSection block={block} />;
    case 'columns':
      return (
        <div class="columns">
          {block.blocks.map((each, index) => (
            <PageBlock block={each} isNarrow={index > 0} />
          ))}
        </div>
      );
  }
}

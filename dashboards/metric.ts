import type {Page} from '../src/pages/page.ts';

/** The page of one metric: what it means, where it stands, and what it is made of. */
export function metricPage(metric: string): Page {
  const by = (dimension: string, question: string) =>
    ({
      block: 'breakdown',
      id: `by-${dimension.replaceAll('_', '-')}`,
      question,
      by: dimension,
      metrics: [metric],
      top: 12,
    }) as const;
  return {
    id: 'catalogue',
    path: `/catalogue/${metric}`,
    title: 'Metric',
    question: 'What does it mean, where does it stand, and where does it differ?',
    grain: 'month',
    periods: 13,
    filters: ['service', 'priority', 'category', 'assignment_group', 'source', 'attribute'],
    blocks: [
      {block: 'metric', id: metric, question: 'What does it mean?', metric},
      {
        block: 'columns',
        blocks: [
          {
            block: 'gaps',
            id: 'days-between',
            question: 'How long is it from one to the next?',
            // A mean of a few gaps a period says less than the gaps.
            metric: metric === 'days_between_majors' ? 'major_count' : metric,
            ifRare: true,
          },
          {block: 'trend', id: 'trend', question: 'How has it moved, and is that unusual?', metric},
        ],
      },
      {
        block: 'columns',
        blocks: [
          by('priority', 'Where does it differ by priority?'),
          by('assignment_group', 'Where does it differ by group?'),
        ],
      },
      {
        block: 'columns',
        blocks: [
          by('service', 'Where does it differ by service?'),
          by('category', 'Where does it differ by category?'),
        ],
      },
      by('attribute', 'Where does it differ by what this workspace adds?'),
      {block: 'data notes', id: 'notes', question: 'Can these figures be relied on?'},
    ],
  };
}

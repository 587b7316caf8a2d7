import {z} from 'zod';
import type {Catalogue} from '../metrics/catalogue.ts';
import {figureReasons} from '../metrics/figure-stages.ts';
import {footedBy} from '../metrics/footing.ts';
import {listColumns} from '../metrics/incident-list.ts';
import {recordReasons, stateReasons} from '../metrics/left-out-list.ts';
import {grains} from '../metrics/metric.ts';
import {actionEndpoints} from './action-endpoints.ts';
import {
  filterParameter,
  pathParameter as path,
  queryParameter as query,
  type Endpoint,
  type Parameter,
} from './endpoint.ts';
import {findingsAnswer} from './finding-schemas.ts';
import {linkEndpoints} from './link-endpoints.ts';
import {problemEndpoints} from './problem-endpoints.ts';
import {slaEndpoints, slaSetParameters} from './sla-endpoints.ts';
import {
  daySchema,
  failureSchema,
  figuresAnswer,
  footingAnswer,
  grainSchema,
  importsAnswer,
  incidentAnswer,
  incidentsAnswer,
  metricsAnswer,
  reconciliationAnswer,
  rejectedAnswer,
} from './schemas.ts';

/** The API described as OpenAPI 3.1, made from the schemas its answers are tested against. */
export function openApi({version, catalogue}: {version: string; catalogue: Catalogue}) {
  const all = endpoints(catalogue);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Meantime',
      version,
      description:
        'Service metrics by period, dimension and filter, and the incidents each is counted from.',
      license: {name: 'Apache-2.0', identifier: 'Apache-2.0'},
    },
    servers: [{url: '/'}],
    paths: pathsOf(all),
    components: {schemas: components([failureSchema, ...all.map(({answer}) => answer)])},
  };
}

/** One address may be read and written. */
function pathsOf(all: readonly Endpoint[]): Record<string, object> {
  const paths: Record<string, object> = {};
  for (const each of all) paths[each.path] = {...paths[each.path], ...methods(each)};
  return paths;
}

function endpoints(catalogue: Catalogue): Endpoint[] {
  return [
    ...figureEndpoints(catalogue),
    ...linkEndpoints,
    ...proofEndpoints(catalogue),
    ...promiseEndpoints(catalogue),
    ...candidateEndpoints,
    ...improvementEndpoints,
    findingEndpoint(catalogue),
  ];
}

function figureEndpoints({metrics, dimensions}: Catalogue): Endpoint[] {
  const filters = dimensions.map(filterParameter);
  const metricId = z.enum(metrics.map(({id}) => id));
  return [
    {
      path: '/api/metrics',
      summary: 'Every metric and how it is counted',
      answer: metricsAnswer,
      parameters: [],
      isListing: true,
    },
    {
      path: '/api/metrics/{id}',
      summary: 'A metric by period, dimension and filter',
      answer: figuresAnswer,
      parameters: [path('id', 'Metric', metricId), ...cut, ...days, ...filters],
      isListing: true,
    },
    {
      path: '/api/incidents',
      summary: 'The incidents a figure is counted from: as many as its n; or those left out of it',
      answer: incidentsAnswer,
      parameters: [
        query('metric', 'Default: opened', metricId),
        query(
          'excluded',
          'Instead, what the metric leaves out for this reason; without a metric, what a stage before does',
          z.enum([...new Set([...recordReasons, ...stateReasons, ...figureReasons])]),
        ),
        ...slaSetParameters.map((each) => query(...each)),
        ...days,
        ...listing,
        ...filters,
      ],
      isListing: true,
    },
    {
      path: '/api/incidents/{key}',
      summary: 'All that is known of one incident',
      answer: incidentAnswer,
      parameters: [path('key', 'source:record_id', z.string())],
      isListing: false,
    },
  ];
}

/** What the figures rest on. */
function proofEndpoints({dimensions, attributes}: Catalogue): Endpoint[] {
  const footed = footedBy(attributes);
  return [
    {
      path: '/api/imports',
      summary: 'Imports and what became of their rows',
      answer: importsAnswer,
      parameters: [],
      isListing: true,
    },
    {
      path: '/api/footing',
      summary: 'Whether the backlog adds up, period by period',
      answer: footingAnswer,
      parameters: [
        query('grain', 'Default: week', z.enum(grains).exclude(['day'])),
        {
          ...query('by', 'Dimensions to cut by', z.array(z.enum(footed.by))),
          isRepeated: true,
        },
        ...days,
        ...dimensions.filter(({id}) => footed.by.includes(id)).map(filterParameter),
      ],
      isListing: true,
    },
    {
      path: '/api/reconciliation',
      summary: 'Whether everything adds up, from file rows to figures; as a list, the stages',
      answer: reconciliationAnswer,
      parameters: [],
      isListing: true,
    },
    {
      path: '/api/rejected',
      summary: 'Rows that could not be read, with the reason and all their cells',
      answer: rejectedAnswer,
      parameters: [
        query('import', 'Only of this import', z.int().min(1)),
        query('source', 'Only of this source', z.string()),
        query('page', 'From 1; JSON only, a download is whole', z.int().min(1)),
        query('page_size', 'At most 1000', z.int().min(1).max(1000)),
      ],
      isListing: true,
    },
  ];
}

function promiseEndpoints({dimensions}: Catalogue): Endpoint[] {
  const filters = dimensions.map(filterParameter);
  return slaEndpoints.map(({own, hasDays, ...endpoint}) => ({
    ...endpoint,
    parameters: [...own.map((each) => query(...each)), ...(hasDays ? days : []), ...filters],
    isListing: true,
  }));
}

function findingEndpoint(catalogue: Catalogue): Endpoint {
  const {by} = catalogue.get('opened');
  return {
    path: '/api/findings',
    summary: 'What is worth a sentence in a week or month, the most consequential first',
    answer: findingsAnswer,
    parameters: [
      query('grain', 'Default: week', z.enum(['week', 'month'])),
      query(
        'period',
        'A week or month; default: the last complete one',
        z.string().meta({example: '2016-W12'}),
      ),
      ...catalogue.dimensions.filter(({id}) => by.includes(id)).map(filterParameter),
    ],
    isListing: true,
  };
}

const candidateEndpoints: Endpoint[] = problemEndpoints.map(({own, ...endpoint}) => ({
  ...endpoint,
  parameters: [
    ...(endpoint.path.includes('{name}')
      ? [path('name', 'Candidate', z.string().meta({example: 'PC-12'}))]
      : []),
    ...own.map((each): Parameter => ({...each, in: 'query'})),
  ],
}));

const improvementEndpoints: Endpoint[] = actionEndpoints.map(({own, ...endpoint}) => ({
  ...endpoint,
  parameters: [
    ...(endpoint.path.includes('{name}')
      ? [path('name', 'Action', z.string().meta({example: 'A-7'}))]
      : []),
    ...own.map((each): Parameter => ({...each, in: 'query'})),
  ],
}));

const cut: Parameter[] = [
  query('grain', 'Length of a period; default: total', grainSchema),
  {...query('by', 'Dimensions to cut by', z.array(z.string())), isRepeated: true},
];

const days: Parameter[] = [
  query('period', 'A day, week, month, quarter or year', z.string().meta({example: '2016-W12'})),
  query('from', 'First day, instead of a period', daySchema),
  query('to', 'The day after the last', daySchema),
];

const listing: Parameter[] = [
  query('text', 'What number or title must contain', z.string()),
  query('sort', '`-` before it for descending', z.enum(listColumns)),
  query('page', 'From 1; JSON only, a download is whole', z.int().min(1)),
  query('page_size', 'At most 1000', z.int().min(1).max(1000)),
];

function methods(endpoint: Endpoint) {
  const {body, method = 'post'} = endpoint;
  if (!body) return {get: operation(endpoint)};
  const content = {'application/json': {schema: jsonSchema(body)}};
  return {[method]: {...operation(endpoint), requestBody: {required: true, content}}};
}

function operation({summary, answer, parameters, isListing}: Endpoint) {
  const format = query('format', 'Goes before the Accept header', z.enum(['json', 'csv', 'arrow']));
  return {
    summary,
    parameters: [...parameters, ...(isListing ? [format] : [])].map(parameterObject),
    responses: {
      200: {description: 'Done', content: contents(answer, isListing)},
      304: {description: 'Unchanged since the ETag sent along'},
      default: {
        description: 'What is wrong and what to do about it',
        content: {'application/json': {schema: jsonSchema(failureSchema)}},
      },
    },
  };
}

function contents(answer: z.ZodType, isListing: boolean) {
  const json = {'application/json': {schema: jsonSchema(answer)}};
  if (!isListing) return json;
  return {...json, 'text/csv': {}, 'application/vnd.apache.arrow.stream': {}};
}

function parameterObject({name, in: place, description, schema, isRepeated}: Parameter) {
  return {
    name,
    in: place,
    description,
    required: place === 'path',
    schema: jsonSchema(schema),
    ...(isRepeated ? {style: 'form', explode: true} : {}),
  };
}

const componentPlace = '#/components/schemas/';

/** A schema as OpenAPI wants it: what has a name is pointed at where all names are kept. */
function jsonSchema(schema: z.ZodType): object {
  const made = converted(schema);
  delete made.$defs;
  return made;
}

/** Every named schema that the answers use. */
function components(schemas: readonly z.ZodType[]): object {
  return Object.assign({}, ...schemas.map((schema) => converted(schema).$defs ?? {}));
}

function converted(schema: z.ZodType): {$defs?: object} {
  const made: Record<string, unknown> = z.toJSONSchema(schema, {
    override({jsonSchema: each}) {
      // What zod says of every safe integer and read-only array says nothing to a reader.
      if (each.minimum === Number.MIN_SAFE_INTEGER) delete each.minimum;
      if (each.maximum === Number.MAX_SAFE_INTEGER) delete each.maximum;
      delete each.readOnly;
    },
  });
  // The dialect is OpenAPI 3.1's own.
  delete made['$schema'];
  return JSON.parse(JSON.stringify(made).replaceAll('#/$defs/', componentPlace)) as {
    $defs?: object;
  };
}

import type {Catalogue} from '../metrics/catalogue.ts';
import type {Dimension} from '../metrics/dimension.ts';
import type {Metric} from '../metrics/metric.ts';
import {dimensionWords, metricWords} from '../wording/language.ts';

/** The catalogue with labels and definitions in the language that holds; a workspace's own stay as they are. */
export function wordedCatalogue(catalogue: Catalogue): Catalogue {
  const isOwn = new Set(catalogue.attributes.map(({id}) => id));
  const dimensionIn = (dimension: Dimension) =>
    isOwn.has(dimension.id) ? dimension : {...dimension, ...dimensionWords(dimension.id)};
  return {
    ...catalogue,
    metrics: catalogue.metrics.map(metricIn),
    dimensions: catalogue.dimensions.map(dimensionIn),
    dimension(id) {
      const dimension = catalogue.dimension(id);
      return dimension && dimensionIn(dimension);
    },
    get: (id) => metricIn(catalogue.get(id)),
  };
}

function metricIn(metric: Metric): Metric {
  const words = metricWords(metric.id);
  return words ? {...metric, label: words.label, definition: words.definition} : metric;
}

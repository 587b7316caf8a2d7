import library from 'pptxgenjs';

/** The library's types are those of its CommonJS build, where the class is a property of the module. */
export const Deck = library as unknown as typeof library.default;
export type Deck = library.default;
export type Slide = library.default.Slide;
export type ChartName = library.default.CHART_NAME;
export type ChartOptions = library.default.IChartOpts;
export type Border = library.default.BorderProps;
export type TableCell = library.default.TableCell;

import {
  Bool,
  DateDay,
  Field,
  Float64,
  Int32,
  Schema,
  Table,
  tableToIPC,
  TimestampMillisecond,
  Utf8,
  vectorFromArray,
  type DataType,
} from 'apache-arrow';

export type ColumnType = 'text' | 'number' | 'integer' | 'boolean' | 'day' | 'instant';

/** A column of a list that is sent as CSV or Arrow. */
export interface TableColumn {
  name: string;
  type: ColumnType;
}

/** Rows as an Arrow IPC stream; types are stated, so that an empty list has them too. */
export function arrowOf(columns: readonly TableColumn[], rows: readonly object[]): Uint8Array {
  const vectors = columns.map(({name, type}) =>
    vectorFromArray(
      rows.map((row) => arrowValue((row as Record<string, unknown>)[name], type)),
      arrowTypes[type](),
    ),
  );
  const schema = new Schema(
    columns.map(({name, type}) => new Field(name, arrowTypes[type](), true)),
  );
  const children = Object.fromEntries(columns.map(({name}, index) => [name, vectors[index]]));
  return tableToIPC(new Table(schema, children as never), 'stream');
}

const arrowTypes: Record<ColumnType, () => DataType> = {
  text: () => new Utf8(),
  number: () => new Float64(),
  integer: () => new Int32(),
  boolean: () => new Bool(),
  day: () => new DateDay(),
  instant: () => new TimestampMillisecond('UTC'),
};

function arrowValue(value: unknown, type: ColumnType): unknown {
  if (value == null) return null;
  if (type === 'day') return new Date(`${String(value)}T00:00:00Z`);
  if (type === 'instant') return new Date(value as string | Date).getTime();
  if (type === 'text') return typeof value === 'string' ? value : JSON.stringify(value);
  return value;
}

import {
  DuckDBTypeId,
  type DuckDBDataChunk,
  type DuckDBEnumType,
  type DuckDBMaterializedResult,
  type DuckDBType,
} from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import {
  Bool,
  type DataType,
  DateDay,
  Dictionary,
  Float32,
  Float64,
  Int16,
  Int32,
  Int64,
  Int8,
  makeData,
  Table,
  tableToIPC,
  TimestampMillisecond,
  Uint16,
  Uint32,
  Uint8,
  Utf8,
  Vector,
  vectorFromArray,
} from 'apache-arrow';
import {javascriptValue} from './javascript-value.ts';

/**
 * A result as the bytes of an Arrow IPC stream. Numbers, dates and enums are copied buffer by buffer, as
 * DuckDB and Arrow lay them out alike. Timestamps become milliseconds (UTC), which charts and spreadsheets
 * read right; sums and decimals become doubles; lists, structs and maps become JSON texts.
 */
export async function arrowStream(result: DuckDBMaterializedResult): Promise<Uint8Array> {
  return tableToIPC(await arrowTable(result), 'stream');
}

/** The same as a table in memory. */
export async function arrowTable(result: DuckDBMaterializedResult): Promise<Table> {
  const chunks = await result.fetchAllChunks();
  const rowCount = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const columns: Record<string, Vector> = {};
  for (const [index, name] of result.deduplicatedColumnNames().entries())
    columns[name] = column({chunks, rowCount, index, type: result.columnType(index)});
  return new Table(columns);
}

/** One column of a result, over all its chunks. */
interface Source {
  chunks: readonly DuckDBDataChunk[];
  rowCount: number;
  index: number;
  type: DuckDBType;
}

function column(source: Source): Vector {
  const {typeId} = source.type;
  if (typeId === DuckDBTypeId.ENUM) return enumColumn(source, source.type as DuckDBEnumType);
  if (typeId === DuckDBTypeId.BOOLEAN) return booleanColumn(source);
  if (typeId === DuckDBTypeId.TIMESTAMP || typeId === DuckDBTypeId.TIMESTAMP_TZ)
    return timestampColumn(source);
  const copied = copiedTypes.get(typeId);
  if (copied) return copiedColumn(source, copied);
  return convertedTypes.has(typeId) ? doubleColumn(source) : textColumn(source);
}

interface CopiedType {
  bytes: number;
  arrow: DataType;
  view(buffer: ArrayBuffer): ArrayLike<number | bigint>;
}

/** Types whose buffers are the same on both sides. */
const copiedTypes = new Map<DuckDBTypeId, CopiedType>([
  [DuckDBTypeId.TINYINT, {bytes: 1, arrow: new Int8(), view: (b) => new Int8Array(b)}],
  [DuckDBTypeId.SMALLINT, {bytes: 2, arrow: new Int16(), view: (b) => new Int16Array(b)}],
  [DuckDBTypeId.INTEGER, {bytes: 4, arrow: new Int32(), view: (b) => new Int32Array(b)}],
  [DuckDBTypeId.BIGINT, {bytes: 8, arrow: new Int64(), view: (b) => new BigInt64Array(b)}],
  [DuckDBTypeId.UTINYINT, {bytes: 1, arrow: new Uint8(), view: (b) => new Uint8Array(b)}],
  [DuckDBTypeId.USMALLINT, {bytes: 2, arrow: new Uint16(), view: (b) => new Uint16Array(b)}],
  [DuckDBTypeId.UINTEGER, {bytes: 4, arrow: new Uint32(), view: (b) => new Uint32Array(b)}],
  [DuckDBTypeId.FLOAT, {bytes: 4, arrow: new Float32(), view: (b) => new Float32Array(b)}],
  [DuckDBTypeId.DOUBLE, {bytes: 8, arrow: new Float64(), view: (b) => new Float64Array(b)}],
  [DuckDBTypeId.DATE, {bytes: 4, arrow: new DateDay(), view: (b) => new Int32Array(b)}],
]);

/** Numbers that Arrow's JavaScript has no plain form for. */
const convertedTypes = new Set([
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.DECIMAL,
]);

function copiedColumn(source: Source, {bytes, arrow, view}: CopiedType): Vector {
  return vectorOf(arrow, source, view(copyOf(source, bytes).buffer as ArrayBuffer));
}

function enumColumn(source: Source, {values}: DuckDBEnumType): Vector {
  const [bytes, codes] =
    values.length <= 0xff
      ? ([1, new Uint8()] as const)
      : values.length <= 0xffff
        ? ([2, new Uint16()] as const)
        : ([4, new Uint32()] as const);
  const buffer = copyOf(source, bytes).buffer as ArrayBuffer;
  const data =
    bytes === 1
      ? new Uint8Array(buffer)
      : bytes === 2
        ? new Uint16Array(buffer)
        : new Uint32Array(buffer);
  const dictionary = vectorFromArray([...values], new Utf8());
  return new Vector([
    makeData({
      type: new Dictionary(new Utf8(), codes),
      length: source.rowCount,
      data,
      dictionary,
      ...validity(source),
    }),
  ]);
}

/** DuckDB keeps a byte a value, Arrow a bit. */
function booleanColumn(source: Source): Vector {
  const bytes = copyOf(source, 1);
  const bits = new Uint8Array((source.rowCount + 7) >> 3);
  for (const [row, value] of bytes.entries()) if (value === 1) setBit(bits, row);
  return vectorOf(new Bool(), source, bits);
}

function timestampColumn(source: Source): Vector {
  const micros = new BigInt64Array(copyOf(source, 8).buffer as ArrayBuffer);
  const millis = micros.map((value) => floorDivide(value, 1000n));
  return vectorOf(new TimestampMillisecond('UTC'), source, millis);
}

/** Instants before 1970 round down too. */
function floorDivide(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value % divisor < 0n ? quotient - 1n : quotient;
}

function doubleColumn(source: Source): Vector {
  const values = new Float64Array(source.rowCount);
  let row = 0;
  for (const value of valuesOf(source)) values[row++] = value === null ? 0 : Number(value);
  return vectorOf(new Float64(), source, values);
}

function textColumn(source: Source): Vector {
  const encoder = new TextEncoder();
  const offsets = new Int32Array(source.rowCount + 1);
  let bytes = new Uint8Array(1 << 16);
  let [used, row] = [0, 0];
  for (const value of valuesOf(source)) {
    const text = value === null ? '' : textOf(value);
    // A UTF-16 unit takes at most three bytes of UTF-8.
    if (used + text.length * 3 > bytes.length) bytes = grown(bytes, used + text.length * 3);
    used += encoder.encodeInto(text, bytes.subarray(used)).written;
    offsets[++row] = used;
  }
  return new Vector([
    makeData({
      type: new Utf8(),
      length: source.rowCount,
      valueOffsets: offsets,
      data: bytes.subarray(0, used),
      ...validity(source),
    }),
  ]);
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function grown(bytes: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(needed, bytes.length * 2));
  larger.set(bytes);
  return larger;
}

function* valuesOf({chunks, index}: Source): Generator<unknown> {
  for (const chunk of chunks) yield* chunk.convertColumnValues(index, javascriptValue);
}

function vectorOf(type: DataType, source: Source, data: ArrayLike<number | bigint>): Vector {
  return new Vector([
    makeData({type, length: source.rowCount, data, ...validity(source)} as Parameters<
      typeof makeData
    >[0]),
  ]);
}

/** The column's values as one buffer. */
function copyOf({chunks, rowCount, index}: Source, bytes: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(rowCount * bytes);
  let offset = 0;
  for (const {chunk, rowCount: count} of chunks) {
    const vector = duckdb.data_chunk_get_vector(chunk, index);
    copy.set(duckdb.vector_get_data(vector, count * bytes), offset);
    offset += count * bytes;
  }
  return copy;
}

/** A bit a row, 1 where there is a value; nothing at all when every row has one. */
function validity({chunks, rowCount, index}: Source): {
  nullBitmap?: Uint8Array;
  nullCount?: number;
} {
  const bits = new Uint8Array((rowCount + 7) >> 3);
  let [row, nullCount] = [0, 0];
  for (const {chunk, rowCount: count} of chunks) {
    const vector = duckdb.data_chunk_get_vector(chunk, index);
    // The engine keeps words of 64 bits, or nothing when no value is missing.
    const words: Uint8Array | null = duckdb.vector_get_validity(vector, ((count + 63) >> 6) << 3);
    for (let place = 0; place < count; place++, row++)
      if (words === null || hasBit(words, place)) setBit(bits, row);
      else nullCount++;
  }
  return nullCount === 0 ? {} : {nullBitmap: bits, nullCount};
}

function hasBit(bits: Uint8Array, place: number): boolean {
  return (((bits[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;
}

function setBit(bits: Uint8Array, place: number): void {
  bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
}

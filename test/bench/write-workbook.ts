import {statSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {writeXlsxStream} from 'hucre/xlsx';

const labels = [
  ...['Number', 'Opened', 'Updated', 'Resolved', 'Closed', 'Short description', 'Caller'],
  ...['Priority', 'State', 'Category', 'Subcategory', 'Assignment group', 'Assigned to'],
  ...['Configuration item', 'Impact', 'Urgency', 'Location', 'Channel', 'Reopen count'],
  ...['Reassignment count', 'Resolution code', 'Resolution notes', 'Description', 'Service'],
  ...['Company', 'Made SLA', 'Business duration', 'Cost centre', 'Floor', 'Comment'],
];

/** A list of incidents as ServiceNow exports it to XLSX, shared strings and native dates; returns its bytes. */
export async function writeWorkbook(path: string, rows: number): Promise<number> {
  const columns = labels.map((header, index) =>
    index > 0 && index < 5 ? {header, numFmt: 'yyyy-mm-dd hh:mm:ss'} : {header},
  );
  const stream = writeXlsxStream(incidents(rows), {name: 'Page 1', columns, inlineStrings: false});
  const file = await open(path, 'w');
  for await (const chunk of stream) await file.write(chunk);
  await file.close();
  return statSync(path).size;
}

function* incidents(rows: number) {
  for (let n = 0; n < rows; n++) {
    const at = (hours: number) => new Date(Date.UTC(2024, 0, 1, n % 9_000, n % 60) + hours * 3.6e6);
    yield [
      ...[`INC${1_000_000 + n}`, at(0), at(30), at(20), n % 5 ? at(30) : null],
      ...[`Cannot print from floor ${n % 977}, error ${n}`, `Person ${n % 4000}`],
      ...['3 - Moderate', 'Closed', 'Hardware', `Kind ${n % 40}`, `Group ${n % 60}`],
      ...[`Agent ${n % 300}`, `PC-${n % 9000}`, '2 - Medium', '3 - Low', `Site ${n % 80}`],
      ...['Phone', n % 3, n % 7, 'Solved', `Restarted the spooler and cleared job ${n}.`],
      ...[`Since this morning the printer of room ${n % 1200} does not answer. `.repeat(2)],
      ...[`Service ${n % 90}`, 'Company', n % 9 > 0, (n % 90_000) * 1.5, 4711 + (n % 50)],
      ...[n % 12, 'none'],
    ];
  }
}

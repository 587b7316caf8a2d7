import type * as Preview from './csv-preview.ts';
import type {CsvPreview} from './csv-preview.ts';

const kinds: [RegExp, string][] = [
  [/\.(csv|tsv|txt)$/i, 'csv'],
  [/\.xlsx?$/i, 'An Excel workbook: its sheets, header rows and rows are shown once it is here.'],
  [/\.json$|\.ndjson$|\.jsonl$/i, 'JSON: its list of records is looked for once it is here.'],
  [/\.xml$/i, 'XML: its repeating elements are looked for once it is here.'],
  [/\.xes$/i, 'A XES event log: its events are shown once it is here.'],
  [/\.parquet$/i, 'A Parquet file: its columns and rows are shown once it is here.'],
  [/\.gz$|\.zip$/i, 'Compressed: what is in it is shown once it is here.'],
];

/** Shows what is known of a file before it is sent: for CSV its first rows. */
export async function showChosen(form: HTMLFormElement, file: File): Promise<void> {
  const place = form.querySelector<HTMLElement>('.chosen');
  if (!place) return;
  const limit = Number(form.dataset.limit);
  place.replaceChildren(element('p', `${file.name} · ${sizeText(file.size)}`, 'chosen-name'));
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
  const refused =
    file.size === 0 ? 'The file is empty.' : file.size > limit ? tooLarge(limit) : null;
  if (button) button.disabled = refused !== null;
  if (refused !== null) return place.append(element('p', refused, 'refused'));
  const kind = kinds.find(([pattern]) => pattern.test(file.name))?.[1];
  if (kind !== 'csv')
    return place.append(element('p', kind ?? 'What it is shows once it is here.', 'sub'));
  const preview = await csvPreview(form, file).catch(() => null);
  // Another file may have been chosen meanwhile.
  if (form.querySelector<HTMLInputElement>('input[type="file"]')?.files?.[0] !== file) return;
  if (preview) place.append(element('p', summaryOf(preview), 'sub'), tableOf(preview));
}

async function csvPreview(form: HTMLFormElement, file: File): Promise<CsvPreview | null> {
  const address = form.dataset.preview;
  if (!address) return null;
  const {previewCsv} = (await import(/* @vite-ignore */ address)) as typeof Preview;
  return previewCsv(file);
}

const delimiterNames: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

function summaryOf({headers, delimiter, rowCount, isWhole}: CsvPreview): string {
  const rows = `${isWhole ? '' : 'about '}${rowCount.toLocaleString('en-GB')} ${rowCount === 1 ? 'row' : 'rows'}`;
  const name = delimiterNames[delimiter] ?? `“${delimiter}”`;
  return `${rows} of ${headers.length} columns, cells between ${name}. The first of them:`;
}

function tableOf({headers, rows}: CsvPreview): HTMLElement {
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const header of headers) {
    const cell = element('th', header);
    cell.setAttribute('scope', 'col');
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    headers.forEach((_, index) => (line.insertCell().textContent = shortened(row[index] ?? '')));
  }
  const scroll = element('div', '', 'scroll first-rows');
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', 'First rows of the file');
  scroll.append(table);
  return scroll;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function tooLarge(limit: number): string {
  return `It is larger than ${sizeText(limit)}, the most that this page takes. Compress it with gzip or zip, export it in parts, or raise upload_limit in meantime.yaml.`;
}

export function sizeText(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)}\u202fGB`;
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)}\u202fMB`;
  return bytes >= 1e3 ? `${Math.round(bytes / 1e3)}\u202fkB` : `${bytes} bytes`;
}

export function element(name: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

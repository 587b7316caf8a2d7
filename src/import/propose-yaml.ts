import {Document, isMap, isScalar, type YAMLMap} from 'yaml';
import {parseConnector} from './connector.ts';
import {plainReason} from './propose-fields.ts';
import type {Proposal} from './propose.ts';

/**
 * A proposal as the YAML a person edits: the connector, with the reason beside every field and the open
 * questions on top. It is checked as any connector is before it is handed out.
 */
export function proposalYaml(proposal: Proposal, fileName: string): string {
  const document = new Document(proposal.connector);
  document.commentBefore = headComment(proposal, fileName);
  commentFields(document, proposal);
  const text = document.toString({lineWidth: 100, flowCollectionPadding: false});
  parseConnector(text, fileName);
  return text;
}

function headComment({questions, obstacles, unplacedHeaders}: Proposal, fileName: string): string {
  const lines = [
    ` Proposed by meantime inspect from ${fileName}. Read it through before relying on it.`,
  ];
  if (obstacles.length > 0) lines.push('', ' In the way of importing:', ...obstacles.map(bullet));
  if (questions.length > 0)
    lines.push('', ' To be answered by a person:', ...questions.map(bullet));
  if (unplacedHeaders.length > 0)
    lines.push(
      '',
      ` Kept as attributes, read for no field: ${unplacedHeaders.map(flat).join(', ')}`,
    );
  return lines.join('\n');
}

function bullet(text: string): string {
  return ` - ${flat(text)}`;
}

function commentFields(document: Document, {placements}: Proposal): void {
  const fields = document.getIn(['shapes', 0, 'fields']);
  if (!isMap(fields)) return;
  for (const {items} of [fields as YAMLMap]) {
    for (const {key} of items) {
      if (!isScalar(key)) continue;
      const placed = placements.find(({field}) => field === key.value);
      if (placed === undefined) continue;
      const proof = placed.column.dates?.proof;
      if (placed.why === plainReason && !proof) continue;
      key.commentBefore = ` ${flat([placed.why, proof].filter(Boolean).join('; '))}`;
    }
  }
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

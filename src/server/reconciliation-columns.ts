import type {TableColumn} from './table.ts';

/** The columns of the account of stages with their types. */
export const stageColumns: readonly TableColumn[] = [
  {name: 'source', type: 'text'},
  {name: 'step', type: 'integer'},
  {name: 'stage', type: 'text'},
  {name: 'role', type: 'text'},
  {name: 'item', type: 'text'},
  {name: 'item_count', type: 'integer'},
];

/** The columns of the list of refused rows with their types; `cells` is the row as JSON. */
export const rejectedColumns: readonly TableColumn[] = [
  {name: 'source', type: 'text'},
  {name: 'file_name', type: 'text'},
  {name: 'row_number', type: 'integer'},
  {name: 'field', type: 'text'},
  {name: 'value', type: 'text'},
  {name: 'reason', type: 'text'},
  {name: 'cells', type: 'text'},
];

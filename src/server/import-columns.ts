import type {TableColumn} from './table.ts';

/** The columns of the list of imports with their types. */
export const importColumns: readonly TableColumn[] = [
  {name: 'import_id', type: 'integer'},
  {name: 'file_name', type: 'text'},
  {name: 'source', type: 'text'},
  {name: 'connector', type: 'text'},
  {name: 'shape', type: 'text'},
  {name: 'grain', type: 'text'},
  {name: 'timezone', type: 'text'},
  {name: 'as_of', type: 'instant'},
  {name: 'finished_at', type: 'instant'},
  {name: 'rows_read', type: 'integer'},
  {name: 'rows_accepted', type: 'integer'},
  {name: 'rows_rejected', type: 'integer'},
  {name: 'rows_unchanged', type: 'integer'},
  {name: 'rows_skipped', type: 'integer'},
  {name: 'record_count', type: 'integer'},
  {name: 'change_count', type: 'integer'},
  {name: 'new_record_count', type: 'integer'},
  {name: 'updated_record_count', type: 'integer'},
  {name: 'outdated_record_count', type: 'integer'},
  {name: 'moved_status_count', type: 'integer'},
  {name: 'warnings', type: 'text'},
];

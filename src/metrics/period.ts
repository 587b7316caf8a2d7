// Moved to src/time; delete this file once nothing imports it.
export * from '../time/period.ts';

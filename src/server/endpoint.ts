import {z} from 'zod';
import type {Dimension} from '../metrics/dimension.ts';

/** An address of the API, as OpenAPI describes it. */
export interface Endpoint {
  path: string;
  summary: string;
  answer: z.ZodType;
  /** Path parameters come first, as in `/api/metrics/{id}`. */
  parameters: Parameter[];
  /** What else it can answer than JSON. */
  isListing: boolean;
  /** What is sent along, where something is changed. */
  body?: z.ZodType;
  /** How it is sent; by default by POST. */
  method?: 'patch';
}

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  description: string;
  schema: z.ZodType;
  isRepeated?: boolean;
}

export function filterParameter({id, label}: Dimension): Parameter {
  const description = `Only this ${label}; repeated, any of them; empty, not filled`;
  return {...queryParameter(id, description, z.array(z.string())), isRepeated: true};
}

export function pathParameter(name: string, description: string, schema: z.ZodType): Parameter {
  return {name, in: 'path', description, schema};
}

export function queryParameter(name: string, description: string, schema: z.ZodType): Parameter {
  return {name, in: 'query', description, schema};
}

import type {Session} from '../warehouse/database.ts';

/** Where incidents that were logged vaguely would likely belong. */
export interface LikelyCategory {
  likelyCategory: string;
  incidentCount: number;
  /** Lowest share of the incidents worded alike that have it, 0–1. */
  lowestShare: number;
}

export interface LikelyCategories {
  categories: LikelyCategory[];
  /** Of all of them. */
  incidentCount: number;
  /** Logged as "other" or with none, whether or not a likely one is known. */
  vagueCount: number;
}

/** By likely category, the most frequent first. */
export async function likelyCategories(session: Session): Promise<LikelyCategories> {
  const categories = await session.query<LikelyCategory>(
    `select likely_category as "likelyCategory", count(*) as "incidentCount",
       min(share) as "lowestShare"
     from marts.likely_category group by likely_category order by 2 desc, 1`,
  );
  const [row] = await session.query<{n: number}>(
    'select count(*) as n from marts.fct_incident where is_vague_category',
  );
  return {
    categories,
    incidentCount: categories.reduce((sum, {incidentCount}) => sum + incidentCount, 0),
    vagueCount: row?.n ?? 0,
  };
}

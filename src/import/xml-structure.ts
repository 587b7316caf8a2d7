import {localName} from './xlsx-workbook.ts';

/** What stands at one path of an XML document: `unload.incident`. */
interface Place {
  path: string;
  parent: string;
  depth: number;
  count: number;
  hasChildren: boolean;
  /** Attributes and children without children of their own, by name. */
  leaves: Set<string>;
}

/** Learns a document's structure from its beginning: which elements are rows. */
export class XmlStructure {
  #places = new Map<string, Place>();
  #open: Place[] = [];

  open(name: string, attributes: Record<string, string>): void {
    const outer = this.#open.at(-1);
    const path = outer ? `${outer.path}.${localName(name)}` : localName(name);
    const place = this.#places.get(path) ?? {
      path,
      parent: outer?.path ?? '',
      depth: this.#open.length,
      count: 0,
      hasChildren: false,
      leaves: new Set<string>(),
    };
    this.#places.set(path, place);
    place.count++;
    for (const key of Object.keys(attributes)) place.leaves.add(`@${key}`);
    if (outer) outer.hasChildren = true;
    this.#open.push(place);
  }

  close(): void {
    const place = this.#open.pop();
    const outer = this.#open.at(-1);
    if (place && outer && !place.hasChildren) outer.leaves.add(place.path);
  }

  /** The paths that have been seen. */
  get paths(): Set<string> {
    return new Set(this.#places.keys());
  }

  /**
   * Elements whose children are rows: the parent of the path with most cells, and of other lists beside it.
   * An element of a list inside a row is part of its row.
   */
  containers(): Set<string> {
    const score = ({count, leaves}: Place) => count * leaves.size;
    const records = [...this.#places.values()]
      .filter(({depth, hasChildren, leaves}) => depth > 0 && (hasChildren || leaves.size > 1))
      .sort((a, b) => score(b) - score(a) || a.depth - b.depth);
    const containers = new Set<string>();
    const isApart = (path: string) =>
      [...containers].every((one) => !isWithin(path, one) && !isWithin(one, path));
    for (const [index, {parent, count, leaves}] of records.entries())
      if (index === 0 || (count > 1 && leaves.size > 1 && isApart(parent))) containers.add(parent);
    return containers;
  }
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`);
}

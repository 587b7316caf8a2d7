/**
 * A document just large enough for Plot to draw into where there is no browser. A general DOM
 * would do as well, but brings an HTML parser, style sheets and events that a chart never uses.
 * Events do nothing: whatever needs them is drawn again in the browser.
 */
export function svgDocument(): Document {
  const document: DocumentStub = {
    defaultView: {Event: class {}},
    createElementNS: (_namespace, name) => new SvgElement(document, name),
    createElement: (name) => new SvgElement(document, name),
    createTextNode: (text) => new TextNode(document, text),
    querySelector: () => null,
    querySelectorAll: () => [],
  };
  document.documentElement = new SvgElement(document, 'html');
  return document as unknown as Document;
}

interface DocumentStub {
  defaultView: object;
  documentElement?: SvgElement;
  createElementNS(namespace: string, name: string): SvgElement;
  createElement(name: string): SvgElement;
  createTextNode(text: string): TextNode;
  querySelector(): null;
  querySelectorAll(): [];
}

type Child = SvgElement | TextNode;

class TextNode {
  parentNode: SvgElement | null = null;
  readonly ownerDocument: DocumentStub;
  readonly textContent: string;
  constructor(ownerDocument: DocumentStub, textContent: string) {
    this.ownerDocument = ownerDocument;
    this.textContent = String(textContent);
  }
  cloneNode(): TextNode {
    return new TextNode(this.ownerDocument, this.textContent);
  }
  get outerHTML(): string {
    return escapeText(this.textContent);
  }
}

class SvgElement {
  parentNode: SvgElement | null = null;
  childNodes: Child[] = [];
  readonly ownerDocument: DocumentStub;
  readonly tagName: string;
  readonly attributes = new Map<string, string>();
  /** Charts set no inline styles (a strict page would refuse them), so none are kept. */
  readonly style = {setProperty() {}, removeProperty() {}};

  constructor(ownerDocument: DocumentStub, tagName: string) {
    this.ownerDocument = ownerDocument;
    this.tagName = tagName;
  }
  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }
  getAttributeNames(): string[] {
    return [...this.attributes.keys()];
  }
  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }
  setAttributeNS(_namespace: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }
  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }
  get children(): SvgElement[] {
    return this.childNodes.filter((child) => child instanceof SvgElement);
  }
  append(...children: (Child | string)[]): void {
    for (const child of children)
      this.appendChild(typeof child === 'string' ? new TextNode(this.ownerDocument, child) : child);
  }
  appendChild(child: Child): Child {
    return this.insertBefore(child, null);
  }
  insertBefore(child: Child, before: Child | null): Child {
    child.parentNode?.removeChild(child);
    const index = before == null ? -1 : this.childNodes.indexOf(before);
    this.childNodes.splice(index < 0 ? this.childNodes.length : index, 0, child);
    child.parentNode = this;
    return child;
  }
  removeChild(child: Child): Child {
    this.childNodes = this.childNodes.filter((each) => each !== child);
    child.parentNode = null;
    return child;
  }
  cloneNode(isDeep = false): SvgElement {
    const clone = new SvgElement(this.ownerDocument, this.tagName);
    for (const [name, value] of this.attributes) clone.attributes.set(name, value);
    if (isDeep) clone.append(...this.childNodes.map((child) => child.cloneNode(true)));
    return clone;
  }
  set textContent(text: string) {
    this.childNodes = [];
    this.append(text);
  }
  get textContent(): string {
    return this.childNodes.map((child) => child.textContent).join('');
  }
  querySelector(): null {
    return null;
  }
  querySelectorAll(): [] {
    return [];
  }
  addEventListener(): void {}
  removeEventListener(): void {}
  dispatchEvent(): boolean {
    return true;
  }
  get outerHTML(): string {
    const attributes = [...this.attributes]
      .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
      .join('');
    if (this.childNodes.length === 0) return `<${this.tagName}${attributes}/>`;
    const inside = this.childNodes.map((child) => child.outerHTML).join('');
    return `<${this.tagName}${attributes}>${inside}</${this.tagName}>`;
  }
}

const entities: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

import {textWidth} from '../../src/charts/text-width.ts';

export interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Inherited {
  x: number;
  y: number;
  fontSize: number;
  anchor: string;
  isBold: boolean;
}

/** Where each line of text in a drawing stands, by the widths the charts themselves reckon with. */
export function textBoxes(svg: Element): TextBox[] {
  return boxesIn(svg, {x: 0, y: 0, fontSize: 11, anchor: 'middle', isBold: false});
}

function boxesIn(element: Element, outer: Inherited): TextBox[] {
  const inherited = inherit(element, outer);
  if (element.tagName !== 'text')
    return [...element.children].flatMap((child) => boxesIn(child, inherited));
  const lines = element.children.length > 0 ? [...element.children] : [element];
  let y = inherited.y + position(element, 'y', inherited.fontSize);
  return lines.map((line, index) => {
    if (line !== element) y += position(line, index === 0 ? 'y' : 'dy', inherited.fontSize);
    return box(line.textContent ?? '', {...inherited, y});
  });
}

function inherit(element: Element, outer: Inherited): Inherited {
  const [, x = '0', y = '0'] =
    /translate\(([-\d.]+),([-\d.]+)\)/.exec(element.getAttribute('transform') ?? '') ?? [];
  const weight = element.getAttribute('font-weight');
  return {
    x: outer.x + Number(x),
    y: outer.y + Number(y),
    fontSize: Number(element.getAttribute('font-size') ?? outer.fontSize),
    anchor: element.getAttribute('text-anchor') ?? outer.anchor,
    isBold: weight == null ? outer.isBold : Number(weight) > 500,
  };
}

function position(element: Element, name: string, fontSize: number): number {
  const value = element.getAttribute(name) ?? '0';
  return value.endsWith('em') ? Number.parseFloat(value) * fontSize : Number(value);
}

/** Inter's capitals reach 0.73 em over the baseline, its descenders 0.2 em below. */
function box(text: string, {x, y, fontSize, anchor, isBold}: Inherited): TextBox {
  const width = textWidth(text, fontSize, {isBold});
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return {text, left, right: left + width, top: y - fontSize * 0.73, bottom: y + fontSize * 0.2};
}

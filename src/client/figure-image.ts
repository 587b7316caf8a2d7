/** Twice the pixels of the screen: it is pasted into slides and printed. */
const scale = 2;
const margin = 24;
const paper = '#ffffff';
const ink = '#1b2430';
const muted = '#6b7683';

interface Line {
  text: string;
  font: string;
  fill: string;
  height: number;
}

/** A figure as a picture for documents: finding, measure and drawing on white, with where it is from. */
export async function figureImage(block: HTMLElement): Promise<Blob> {
  const svg = block.querySelector<SVGSVGElement>('.drawn svg') ?? block.querySelector('svg');
  if (!svg) throw new Error('nothing is drawn');
  const {width, height} = svg.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const above = [
    ...wrapped(context, textOf(block, 'h2'), {...titleLine, width}),
    ...wrapped(context, textOf(block, '.sub'), {...smallLine, width}),
  ];
  const below = wrapped(context, document.querySelector('.page-foot')?.textContent ?? '', {
    ...smallLine,
    width,
  });
  const [top, bottom] = [heightOf(above), heightOf(below)];
  canvas.width = (width + 2 * margin) * scale;
  canvas.height = (top + height + bottom + 2 * margin + 16) * scale;
  context.scale(scale, scale);
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  write(context, above, margin);
  context.drawImage(await pictureOf(svg, {width, height}), margin, margin + top + 8, width, height);
  write(context, below, margin + top + height + 16);
  return blobOf(canvas);
}

const titleLine = {
  font: '600 20px "Source Serif 4 Variable", Georgia, serif',
  fill: ink,
  height: 26,
};
const smallLine = {font: '12px "Inter Variable", Arial, sans-serif', fill: muted, height: 17};

function textOf(block: HTMLElement, selector: string): string {
  return block.querySelector(selector)?.textContent.trim() ?? '';
}

function wrapped(
  context: CanvasRenderingContext2D,
  text: string,
  {width, ...style}: Omit<Line, 'text'> & {width: number},
): Line[] {
  context.font = style.font;
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || context.measureText(longer).width > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.filter((line) => line !== '').map((line) => ({...style, text: line}));
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, {height}) => sum + height, 0);
}

function write(context: CanvasRenderingContext2D, lines: readonly Line[], top: number): void {
  let y = top;
  for (const {text, font, fill, height} of lines) {
    context.font = font;
    context.fillStyle = fill;
    context.fillText(text, margin, y + height * 0.75);
    y += height;
  }
}

/** The drawing carries the light theme's colours itself; only its size comes from the page. */
async function pictureOf(
  svg: SVGSVGElement,
  {width, height}: {width: number; height: number},
): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const source = new XMLSerializer().serializeToString(copy);
  const address = URL.createObjectURL(new Blob([source], {type: 'image/svg+xml'}));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

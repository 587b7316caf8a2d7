import {once} from 'node:events';
import {createWriteStream} from 'node:fs';
import {Random} from '../../fixtures/generator/random.ts';

export interface Description {
  title: string;
  service: string;
  /** What it was made from; null for noise. */
  template: string | null;
}

const templateCount = 300;
const serviceCount = 12;
const noiseShare = 0.12;
const typoShare = 0.05;
const droppedShare = 0.15;

const things =
  words(`outlook mailbox calendar printer scanner vpn token laptop dock monitor keyboard
  headset teams sharepoint onedrive sap invoice order basket voucher payslip badge door camera sensor
  gateway switch router wifi phone voicemail database tablespace backup restore server cluster disk
  certificate interface queue report dashboard load export import terminal label scale handheld pallet
  route slot customs document signature form portal account profile password folder share drive file
  template macro formula browser plugin update firmware driver licence install cable socket meeting room
  screen projector sound microphone hotspot sim roaming tablet app shop checkout payment refund catalogue
  picture search filter price discount delivery tracking warehouse stock picking packing shipment forklift
  conveyor robot plc valve pump compressor freezer alarm`);

const faults = phrases(`crashes|freezes|is very slow|shows error|does not open|cannot connect|
  keeps disconnecting|asks for credentials|prints blank pages|loses settings|is missing|is locked|
  stuck in status|not synchronised|returns timeout|access denied|duplicates entries|
  wrong values displayed|does not respond|restarts unexpectedly|flickers|no sound|cannot be saved|
  rejected by server|not found|expired|overheating|offline|fails at night|corrupt after transfer`);

const circumstances = phrases(`after update|since monday|in the morning|when saving|during print|
  from home|on second monitor|after password change|at month end|after migration|behind proxy|
  with new browser|in building b|on shared pc|after standby|when scrolling|for external users|
  over mobile network|with large files|after lunch`);

const prefixes = ['please help: ', 'urgent - ', 'Hi team, ', 'FW: ', 'user reports ', 're: '];

/**
 * Titles as people write them, for measuring: 300 recurring faults of which the most frequent comes
 * twenty times as often as the rarest, with parts left out, numbers, names of machines and addresses,
 * 5 % of the words misspelt, and 12 % noise put together from the same words. The same seed gives the same.
 */
export function* descriptions(count: number, seed: number): Generator<Description> {
  const random = new Random(seed);
  const templates = makeTemplates(random.fork('templates'));
  const draw = random.fork('draws');
  for (let made = 0; made < count; made++) {
    const isNoise = draw.chance(noiseShare);
    const template = isNoise ? null : pickByWeight(templates, draw);
    const said = template ? sayTemplate(template, draw) : sayNoise(draw);
    const prefix = draw.chance(0.6) ? draw.pick(prefixes) : '';
    const service =
      template && draw.chance(0.85) ? template.service : draw.integer(1, serviceCount);
    yield {
      title:
        prefix +
        said.map((word) => (draw.chance(typoShare) ? misspelt(word, draw) : word)).join(' '),
      service: `Service ${service}`,
      template: template?.name ?? null,
    };
  }
}

/** Writes them as CSV with the columns number, title, service and template. */
export async function writeDescriptions(file: string, count: number, seed: number): Promise<void> {
  const stream = createWriteStream(file);
  let block = 'number,title,service,template\n';
  let number = 0;
  for (const {title, service, template} of descriptions(count, seed)) {
    // No part has a quotation mark in it.
    block += `D${number++},"${title}",${service},${template ?? ''}\n`;
    if (block.length < 1 << 18) continue;
    if (!stream.write(block)) await once(stream, 'drain');
    block = '';
  }
  stream.end(block);
  await once(stream, 'finish');
}

interface Template {
  name: string;
  parts: string[];
  service: number;
  /** Weights of it and of those before it. */
  weightUpTo: number;
}

function makeTemplates(random: Random): Template[] {
  const made = new Map<string, Template>();
  let weightUpTo = 0;
  while (made.size < templateCount) {
    const [thing, other] = [random.pick(things), random.pick(things)];
    const fault = random.pick(faults);
    const name = `${thing} ${fault}`;
    if (thing === other || made.has(name)) continue;
    weightUpTo += Math.exp(3 * random.next());
    const parts = [thing, other, fault, random.pick(circumstances)];
    made.set(name, {name, parts, service: random.integer(1, serviceCount), weightUpTo});
  }
  return [...made.values()];
}

function pickByWeight(templates: readonly Template[], random: Random): Template {
  const aim = random.next() * (templates.at(-1)?.weightUpTo ?? 0);
  let [low, high] = [0, templates.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((templates[middle]?.weightUpTo ?? 0) > aim) high = middle;
    else low = middle + 1;
  }
  return templates[low] as Template;
}

function sayTemplate({parts}: Template, random: Random): string[] {
  const left = random.chance(droppedShare) ? random.integer(0, parts.length - 1) : -1;
  const said = parts.filter((_, index) => index !== left).flatMap((part) => part.split(' '));
  return random.chance(0.4) ? [...said, ...particular(random)] : said;
}

/** What differs from one incident to the next. */
function particular(random: Random): string[] {
  const kind = random.integer(1, 5);
  if (kind === 1) return [`#${random.integer(0, 999_999)}`];
  if (kind === 2) return [`pc${random.integer(0, 9_999)}`];
  if (kind === 3) return ['room', String(random.integer(1, 300))];
  if (kind === 4) return [`10.1.${random.integer(0, 255)}.${random.integer(0, 255)}`];
  return ['jan.smith@corp.example'];
}

function sayNoise(random: Random): string[] {
  return Array.from({length: random.integer(4, 8)}, () =>
    random.chance(0.5) ? random.pick(things) : (random.pick(faults).split(' ').at(-1) ?? ''),
  );
}

/** A letter left out, two exchanged, one wrong or one doubled; short words are written right. */
function misspelt(word: string, random: Random): string {
  if (word.length < 5) return word;
  const at = random.integer(1, word.length - 2);
  const [before, letter, next, after] = [
    word.slice(0, at),
    word.slice(at, at + 1),
    word.slice(at + 1, at + 2),
    word.slice(at + 2),
  ];
  const slip = random.next();
  if (slip < 0.3) return before + next + after;
  if (slip < 0.6) return before + next + letter + after;
  if (slip < 0.8) return before + String.fromCharCode(97 + random.integer(0, 25)) + next + after;
  return before + letter + letter + next + after;
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

function phrases(text: string): string[] {
  return text.split('|').map((phrase) => phrase.trim());
}

/** A service desk's list as a tool nobody knows writes it: Dutch headers, words of its own, local times. */
export function dutchExport({rows = 300, seed = 7}: {rows?: number; seed?: number} = {}): string {
  let state = seed;
  const random = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)]!;
  const lines = Array.from({length: rows}, (_, index) => {
    const opened = Date.UTC(2026, 5, 1) + index * 5 * hour + random() * hour;
    const resolved = opened + (1 + random() * 40) * hour;
    const isOver = index < rows - 20;
    return [
      `M2606-${1000 + index}`,
      pick(['VPN is traag vandaag', 'Printer start niet op', 'Outlook geeft een foutmelding']),
      isOver ? pick(['Afgesloten', 'Opgelost']) : pick(['In behandeling', 'Geparkeerd']),
      pick(['Hoog', 'Middel', 'Laag', 'Kritiek']),
      pick(['Servicedesk', 'Netwerkbeheer']),
      written(opened),
      isOver ? written(resolved) : '',
      pick(['4001', '4002']),
    ].join(';');
  });
  return `\ufeff${[headers, ...lines].join('\r\n')}\r\n`;
}

const hour = 3_600_000;
const headers =
  'Meldingnummer;Korte omschrijving;Toestand;Urgentie;Behandelgroep;Aangemaakt op;Opgelost op;Kostenplaats';

function written(instant: number): string {
  const text = new Date(instant).toISOString();
  const [year, month, day] = text.slice(0, 10).split('-');
  return `${day}-${month}-${year} ${text.slice(11, 16)}`;
}

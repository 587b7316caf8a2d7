/** Invented exports of tools that no connector knows. */

/** A German tool: semicolons, windows-1252 when encoded so, comma in names, a status nobody can guess. */
export const germanExport = [
  'Vorgangsnr;Betreff;Zustand;Wichtigkeit;Angelegt am;Gelöst am;Bearbeitergruppe;Bearbeiter;Melder;Standort;Kostenstelle',
  'V-2024-0001;Drucker im Büro druckt nicht;Geschlossen;hoch;03.02.2024 08:15;03.02.2024 10:40;Service Desk;Müller, Jörg;Krüger, Anna;München;4711',
  'V-2024-0002;VPN bricht ständig ab;Wartet auf Anwender;mittel;14.02.2024 09:00;;Netzwerk;Weiß, Petra;Öztürk, Can;Köln;4712',
  'V-2024-0003;Kein Zugriff auf die Ablage;Gelöst;sehr hoch;15.02.2024 11:20;15.02.2024 12:00;Anwendungen;Schäfer, Uwe;Groß, Ines;München;4711',
  'V-2024-0004;Telefon ohne Wählton;In Bearbeitung;niedrig;27.02.2024 07:55;;Netzwerk;Weiß, Petra;Krüger, Anna;Köln;4713',
  'V-2024-0005;Bildschirm flackert am Dock;Neu;mittel;28.02.2024 16:42;;Service Desk;;Öztürk, Can;München;4711',
  'V-2024-0006;Ordner der Abteilung fehlt;Schwebend;hoch;29.02.2024 10:05;;Service Desk;Müller, Jörg;Groß, Ines;München;4713',
  '',
].join('\r\n');

/** An English one with odd headers; 5 is the most urgent, as the times to fix show. */
export const oddExport = [
  'Case Ref,Headline,Raised On,Fixed On,Stage,Sev,Handled By Team,Current Owner,Reported Via,Widget Colour',
  ...Array.from({length: 60}, (_, index) => {
    const urgency = 1 + (index % 5);
    const raised = new Date(Date.UTC(2024, 0, 1 + (index % 28), 8, index));
    const fixed = new Date(raised.getTime() + (6 - urgency) ** 2 * 3_600_000);
    const stage = ['Logged', 'Being worked', 'Fixed', 'Archived'][index % 4];
    const cells = [
      `HD-${1000 + index}`,
      `Cannot open the ${index} report again`,
      iso(raised),
      iso(fixed),
    ];
    return [...cells, stage, urgency, 'Blue Team', 'Sam Hill', 'Phone', 'teal'].join(',');
  }),
  '',
].join('\n');

/** Day and month can be read either way in every row. */
export const ambiguousExport = [
  'Ticket ID,Subject,Status,Created,Closed',
  'T-1,Printer is on fire,Open,03/04/2024 10:00,',
  'T-2,Mouse is missing again,Closed,05/06/2024 11:00,07/06/2024 09:30',
  'T-3,No sound in meetings,Pending,08/07/2024 12:15,',
  '',
].join('\n');

function iso(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ');
}

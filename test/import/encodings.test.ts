import {describe, expect, test} from 'vitest';
import {encodingOf} from '../../src/import/encoding-scan.ts';
import {guessEncoding, legacyEncodings} from '../../src/import/legacy-encoding.ts';
import {tablesOf} from './open-tables.ts';
import {testWorkspace} from './import-texts.ts';

/** A text in an encoding of one byte a letter. */
function encoded(text: string, encoding: string): Buffer {
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--)
    bytes.set(new TextDecoder(encoding).decode(Uint8Array.of(byte), {stream: true}), byte);
  return Buffer.from([...text].map((letter) => bytes.get(letter) ?? 0x3f));
}

const words = (text: string, encoding: string) => [
  ...new Set(
    encoded(text, encoding)
      .toString('latin1')
      .match(/[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*/g),
  ),
];

const texts: [string, string, string][] = [
  [
    'German',
    'windows-1252',
    'Drucker im Büro 3. Stock druckt nicht – „Gerät prüfen“; Größe, Straße, Schäfer, Öffnung',
  ],
  [
    'French',
    'windows-1252',
    'Problème d’accès à l’imprimante, écran éteint, café à côté, première fenêtre bloquée, reçu',
  ],
  [
    'Spanish',
    'windows-1252',
    'La impresora no funciona, ¿qué pasó? Señal débil, acción rápida, número único, contraseña',
  ],
  [
    'Portuguese',
    'windows-1252',
    'Não há conexão, impressão lenta, usuário sem permissão, ação necessária, atualização',
  ],
  [
    'Italian',
    'windows-1252',
    'La stampante non è più attiva perché manca la qualità; attività già chiusa, così può',
  ],
  [
    'Danish',
    'windows-1252',
    'Printeren på kontoret virker ikke, måske er strømmen gået, forespørgsel om æbler og øl',
  ],
  [
    'Icelandic',
    'windows-1252',
    'Það er ekki hægt að prenta, skjárinn er svartur, þjónusta við notendur, aðgangur',
  ],
  [
    'Polish',
    'windows-1250',
    'Drukarka nie działa, błąd połączenia, użytkownik zgłosił żądanie, część została źle przyjęta',
  ],
  [
    'Czech',
    'windows-1250',
    'Tiskárna nefunguje, příliš žluťoučký kůň, uživatel hlásí chybu připojení, účet čeká',
  ],
  [
    'Slovene',
    'windows-1250',
    'Tiskalnik ne dela, napaka pri povezavi, uporabnik želi začasno geslo, račun še čaka',
  ],
  [
    'Hungarian',
    'windows-1250',
    'A nyomtató nem működik, a felhasználó hibát jelzett, előző kérés, gyűjtő, szükség',
  ],
  [
    'Romanian',
    'windows-1250',
    'Imprimanta nu funcţionează, conexiune întreruptă, utilizatorul aşteaptă răspuns, parolă',
  ],
  [
    'Russian',
    'windows-1251',
    'Принтер не работает, пользователь сообщил об ошибке подключения, Срочно',
  ],
  ['Bulgarian', 'windows-1251', 'Принтерът не работи, потребителят съобщи за грешка при свързване'],
  ['Ukrainian', 'windows-1251', 'Принтер не працює, користувач повідомив про помилку, її ще немає'],
  ['Greek', 'windows-1253', 'Ο εκτυπωτής δεν λειτουργεί, ο χρήστης ανέφερε σφάλμα σύνδεσης'],
  [
    'Turkish',
    'windows-1254',
    'Yazıcı çalışmıyor, kullanıcı bağlantı hatası bildirdi, şifre değiştirme isteği, İptal',
  ],
  ['Hebrew', 'windows-1255', 'המדפסת לא עובדת, המשתמש דיווח על שגיאת חיבור'],
  ['Arabic', 'windows-1256', 'الطابعة لا تعمل وأبلغ المستخدم عن خطأ في الاتصال'],
  [
    'Lithuanian',
    'windows-1257',
    'Spausdintuvas neveikia, naudotojas pranešė apie ryšio klaidą, įrenginys, ąžuolas, šįvakar, mažų',
  ],
  [
    'Latvian',
    'windows-1257',
    'Printeris nedarbojas, lietotājs ziņoja par savienojuma kļūdu, pieprasījums, ģimene, šķiet',
  ],
  [
    'Polish',
    'iso-8859-2',
    'Drukarka nie działa, błąd połączenia, użytkownik zgłosił żądanie, część została źle przyjęta, ścieżka, wartość',
  ],
  [
    'Czech',
    'iso-8859-2',
    'Tiskárna nefunguje, příliš žluťoučký kůň, uživatel hlásí chybu, další šifra, též',
  ],
  [
    'French with euro and œ',
    'iso-8859-15',
    'Coût 5 € à régler, œuvre déjà reçue, cœur du réseau, 12 € de pénalité, sœur',
  ],
];

test.each(texts)('%s is told to be %s', (_language, encoding, text) => {
  const guess = guessEncoding(words(text, encoding));
  const read = (name: string) =>
    new TextDecoder(name).decode(encoded(text, encoding), {stream: true});
  expect(guess && read(guess.encoding)).toBe(text);
});

test('bytes that are one in all encodings are the commonest', () => {
  expect(guessEncoding(['R\xe9solu', '\x93', '\x94', '\x96', '\x80'])).toEqual({
    encoding: 'windows-1252',
    rival: null,
  });
});

test('a lone letter leaves doubt, and the doubt names both readings', async () => {
  const file = Buffer.from('number,city\nINC1,\xe8asa\n', 'latin1');
  const [table] = await tablesOf(file);
  expect(table?.warnings.join()).toMatch(
    /Read as windows-125\d: “.asa”.*would be “.asa”.*--encoding/,
  );
  const [stated] = await tablesOf(file, {encoding: 'windows-1250'});
  expect(stated).toMatchObject({
    encoding: 'windows-1250',
    warnings: [],
    head: 'number,city\nINC1,časa\n',
  });
});

test('every encoding that is told apart exists', () => {
  for (const encoding of legacyEncodings) expect(encodingOf(encoding)).toBe(encoding);
  expect(encodingOf('nonsense')).toBeNull();
  expect(encodingOf('latin1')).toBe('windows-1252');
});

describe('rows land the same', () => {
  const header = 'number,short_description,state,priority,opened_at';
  const row = 'INC1,Tiskárna – „nefunguje“,New,3,2026-03-14 10:00:00';
  test.each([
    ['windows-1250', '\n'],
    ['utf-8', '\r\r\n'],
    ['utf-8', '\r'],
    ['utf-8', '\r\n'],
    ['utf-16le', '\r\n'],
  ])('from %s with line ends %j', async (encoding, end) => {
    const space = testWorkspace();
    const text = `${header}${end}${row}${end}${row.replace('INC1', 'INC2')}${end}`;
    const content =
      encoding === 'utf-8'
        ? Buffer.from(text)
        : encoding === 'utf-16le'
          ? Buffer.from(`\ufeff${text}`, 'utf16le')
          : encoded(text, encoding);
    const result = await space.import(space.file('x.csv', content), {timezone: 'UTC'});
    expect(result).toMatchObject({rowsRead: 2, rowsAccepted: 2, rowsRejected: 0});
    expect(await space.query("select title from record_version where number = 'INC2'")).toEqual([
      {title: 'Tiskárna – „nefunguje“'},
    ]);
  });
});

/** What people write, each in a code page of its language: language, encoding, text. */
export const sentences: [string, string, string][] = [
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

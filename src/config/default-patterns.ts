/*
 * What names mean in English, French, German, Dutch, Spanish, Italian and Portuguese. Case is
 * ignored; the database's regular expressions know no look-around and bound words in ASCII only.
 */

/** Group names of a first level, in the languages of Europe's service desks. Case is ignored. */
export const defaultDeskPattern = [
  '(service|help|support)[ _-]*desk',
  'hot[ _-]*line',
  'call[ _-]*cent(er|re)',
  '(first|1st|1\\.|front)[ _-]*(level|line)',
  '(level|tier|niveau|nivel|nível|livello|nivå|poziom)[ _-]*(1|one|i)([^0-9a-z]|$)',
  '(^|[^a-z0-9])[ltn][ _-]?1([^a-z0-9]|$)',
  '(^|[^a-z0-9])(uhd|spoc)([^a-z0-9]|$)',
  'centre de services?|premier niveau|assistance utilisateurs',
  'mesa de (ayuda|servicios?)|centro de (servicios?|atención)|primer nivel',
  'central de serviços|primeiro nível',
  'anwender(support|betreuung|hilfe)|benutzer(support|betreuung)',
  'servicebalie|eerstelijns?|1e[ _-]*lijns?',
  'primo livello|brukerstøtte|brugerservice|användarstöd|lähituki|käyttäjätuki',
].join('|');

/** Channels through which machines report. */
export const defaultMonitoringPattern = [
  'monitor|moniteur|supervision|surveillance|überwachung|ueberwachung|bewaking',
  'vigilancia|vigilância|sorveglianza|monitorización|monitoraggio|monitorização|monitoramento',
  '(^|[^a-z])(event|alert|alarm)(s|e|es|en|i)?([^a-z]|$)|event[ _-]*management',
  'évènement|événement|evenement|ereignis|gebeurtenis|(^|[^a-z])eventos?([^a-z]|$)|(^|[^a-z])event[oi]([^a-z]|$)',
  '(^|[^a-z])(alerte|alerta|allerta|allarme|alarme|alarma|waarschuwing)s?([^a-z]|$)',
  '(^|[^a-z])(aiops|itom|scom|nagios|zabbix|prometheus|prtg|dynatrace|datadog|splunk|pagerduty|opsgenie)([^a-z]|$)',
].join('|');

/** Whole texts of categories that say nothing. */
export const defaultVaguePattern = `^[\\s*.<(\\[_-]*(${[
  'others?|misc(ellaneous|\\.)?|various|general(ly)?|unknown|unspecified|undefined|uncategori[sz]ed',
  'not (specified|applicable|known|set|categori[sz]ed)|none( of (these|the above))?|nil|null|n[./ -]?a\\.?',
  'tb[dca]|to be (defined|determined|confirmed)|default|empty|blank|something else|[?x.-]+',
  'autres?|divers(es)?|général(e|es)?|inconnue?s?|indéfinie?|non (précisée?|classée?|renseignée?|définie?)|aucune?',
  'sonstige[rsn]?|andere[rsn]?|verschiedenes|diverses|allgemein(e[rsn]?)?|unbekannt|nicht (zugeordnet|angegeben|bekannt|kategorisiert)|keine?',
  'overige?n?|ander|diversen|algemeen|onbekend|niet (bekend|opgegeven|van toepassing|gespecificeerd)|geen|n\\.?v\\.?t\\.?',
  'otr[oa]s?|vari[oa]s|general(es)?|desconocid[oa]s?|sin (categoría|categoria|clasificar|especificar)|no (aplica|especificad[oa])|ningun[oa]',
  'altr[oiae]|vari[eo]?|generale|generic[oa]|sconosciut[oa]|non (specificat[oa]|classificat[oa]|definit[oa])|nessun[oa]',
  'outr[oa]s?|divers[oa]s|gera(l|is)|desconhecid[oa]s?|sem categoria|não (especificad[oa]|classificad[oa]|se aplica)|nenhum[a]?',
].join('|')})[\\s*.>)\\]_-]*$`;

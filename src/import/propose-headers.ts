import {comparableWords} from './propose-words.ts';

/**
 * What columns that hold a canonical field tend to be called, most telling first, in English, German,
 * French, Dutch, Spanish, Italian and Portuguese. Accents, case and punctuation don't matter.
 */
const headerWords: Record<string, string> = {
  record_id: `sys id, record id, unique id, uuid, guid, ticket id, case id, incident id, issue id,
    object id, internal id, id, interne id, identifiant, identificador, identificativo, kennung`,
  number: `number, ticket number, ticket no, ticket nr, ticket, ticket ref, incident number, incident no,
    case number, case no, case ref, issue key, key, reference, ref, ref no, request number, incident,
    nummer, ticketnummer, vorgangsnummer, vorgang, störungsnummer, fallnummer, meldungsnummer, auftragsnummer,
    vorgangs nr, numéro, numéro de ticket, n° de ticket, n° ticket, no ticket, référence, n° incident,
    meldingsnummer, incidentnummer, zaaknummer, nr, número, número de ticket, nº de ticket,
    número de incidencia, nº incidencia, referencia, numero, numero ticket, n. ticket, riferimento,
    número do chamado, chamado, nº chamado, número do ticket, referência, protocolo`,
  record_type: `record type, ticket type, issue type, case type, request type, type, task type, class,
    art, vorgangsart, vorgangstyp, tickettyp, typ, meldungsart, type de ticket, type de demande, nature,
    soort, soort melding, meldingtype, tipo, tipo de ticket, tipo de incidencia, tipo di ticket, tipo ticket,
    tipo de chamado, tipo do chamado`,
  title: `title, subject, summary, short description, headline, brief description, issue summary, topic,
    betreff, titel, kurzbeschreibung, zusammenfassung, titre, objet, sujet, résumé, libellé,
    intitulé, onderwerp, korte omschrijving, samenvatting, título, asunto, resumen, descripción breve,
    titolo, oggetto, descrizione breve, riepilogo, assunto, resumo, descrição resumida`,
  description: `description, details, long description, body, message, problem description, text,
    beschreibung, langbeschreibung, fehlerbeschreibung, detailbeschreibung, meldungstext, texte, détail,
    détails, omschrijving, beschrijving, verzoek, toelichting, descripción, detalle, detalles, descrizione,
    dettagli, descrição, detalhes`,
  service: `service, business service, affected service, it service, service name, application, product, system,
    service offering, betroffener service, dienst, anwendung, verfahren, produkt, application concernée,
    service concerné, service impacté, produit, dienstverlening, applicatie, toepassing, systeem, servicio,
    servicio afectado, aplicación, producto, sistema, servizio, servizio interessato, applicazione, prodotto,
    serviço, serviço afetado, aplicativo, aplicação, produto`,
  category: `category, ticket category, main category, cat, classification, area, issue category,
    kategorie, hauptkategorie, themenbereich, thema, catégorie, famille, rubrique, domaine, categorie, rubriek,
    categoría, clasificación, categoria, classificazione, classificação`,
  subcategory: `subcategory, sub category, category 2, category level 2, sub cat, second level category,
    unterkategorie, subkategorie, sous catégorie, sous famille, subcategorie, subcategoría, sottocategoria, subcategoria`,
  ci: `configuration item, ci, cmdb ci, ci name, affected ci, asset, device, host, hostname, equipment,
    konfigurationselement, gerät, anlage, élément de configuration, équipement, matériel,
    object, apparaat, elemento de configuración, equipo, dispositivo, elemento di configurazione,
    item de configuração, equipamento, ativo`,
  location: `location, site, office, building, branch, city, standort, ort, niederlassung, gebäude, filiale,
    lieu, emplacement, agence, ville, locatie, vestiging, gebouw, ubicación, sede, localización,
    ubicazione, localizzazione, filial, localização, localidade, unidade`,
  channel: `channel, contact type, contact method, source, origin, via, reported via, reported source,
    intake channel, kanal, eingangskanal, meldeweg, eingangsweg, eingang, quelle, kontaktart, canal, origine, provenance, source de la demande,
    kanaal, herkomst, binnenkomst, soort binnenkomst, origen, vía, canale, provenienza, origem, forma de contato`,
  requester: `requester, caller, caller id, requester id, reporter, reported by, requested by, user, customer, contact, affected user,
    opened by, raised by, logged by, submitter, end user, melder, anfragender, anforderer, gemeldet von,
    kunde, benutzer, ersteller, erfasst von, demandeur, appelant, utilisateur, déclarant, aanmelder, aanvrager,
    melder naam, gebruiker, klant, solicitante, usuario, cliente, reportado por, informador, richiedente,
    utente, segnalatore, segnalato da, requisitante, usuário, aberto por, reclamante`,
  vip: `vip, is vip, vip user, vip kunde, vip benutzer, utilisateur vip, usuario vip, utente vip, cliente vip`,
  impact: `impact, business impact, impact métier, auswirkung, auswirkungen, incidence, impacto, impatto`,
  urgency: `urgency, dringlichkeit, dringendheid, urgence, urgentie, urgencia, urgenza, urgência`,
  priority: `priority, prio, prty, ticket priority, severity, sev, priority level, criticality, importance, priorität,
    schweregrad, wichtigkeit, priorité, gravité, criticité, prioriteit, ernst, prioridad, gravedad, severidad, criticidad,
    priorità, gravità, severità, prioridade, gravidade, severidade, criticidade`,
  status: `status, state, ticket status, current status, current state, incident state, case status, stage, phase,
    zustand, bearbeitungsstatus, ticketstatus, vorgangsstatus, statut, état, etat, stand van zaken, voortgang, estado, situación, stato,
    situação`,
  assignment_group: `assignment group, assigned group, support group, group, team, queue, resolver group, owner group,
    assigned team, resolver team, squad, workgroup, desk, handled by team, department, bearbeitergruppe, gruppe, zuständige gruppe,
    lösungsgruppe, supportgruppe, bearbeitungsgruppe, zugewiesene gruppe, abteilung, warteschlange,
    groupe, groupe affecté, groupe d'affectation, équipe, file d'attente, groupe de support,
    groupe en charge, behandelaarsgroep, behandelgroep, groep, afdeling, oplosgroep, wachtrij, equipe de suporte, grupo, grupo asignado,
    grupo de asignación, equipo asignado, grupo de soporte, cola, gruppo, gruppo di assegnazione, gruppo assegnato, squadra, coda,
    grupo de atribuição, grupo solucionador, grupo atribuído, fila, equipe, time`,
  assignee: `assignee, assigned to, owner, agent, technician, analyst, engineer, handler, handled by, resolver, operator, ticket owner,
    worked by, bearbeiter, zugewiesen an, verantwortlich, zuständig, techniker, sachbearbeiter, assigné à,
    affecté à, attribué à, technicien, intervenant, behandelaar, toegewezen aan, behandeld door, asignado a, asignado, agente,
    técnico, responsable, assegnato a, assegnatario, tecnico, operatore, responsabile, atribuído a, responsável,
    analista, atendente`,
  tier: `tier, support level, level, support tier, line, escalation level, supportlevel, supportebene, niveau,
    niveau de support, nivel, nivel de soporte, livello, livello di supporto, nível, nível de suporte`,
  occurred_at: `occurred at, occurred, occurrence time, started, start time, outage start, incident start, impact start,
    began, began at, eingetreten am, störungsbeginn, ausfallbeginn, beginn, date de survenance, début de l'incident,
    ontstaan op, begin storing, ocurrido el, inicio de la incidencia, fecha de inicio, data di accadimento, inizio disservizio,
    ocorrido em, início do incidente, data de início`,
  detected_at: `detected at, detected, detection time, alerted at, alert time, noticed at, erkannt am, entdeckt am, détecté le,
    date de détection, gedetecteerd op, detectado el, fecha de detección, rilevato il, data rilevamento,
    detectado em, data de detecção`,
  opened_at: `opened at, opened, created at, created, created on, date created, creation date, create date, created time, created date, open date,
    date opened, open time, opened on, logged at, logged, logged on, date logged, raised, raised at, raised on, reported at, reported on, reported date,
    submitted, submitted at, submit date, registered, received, received at, call date, erstellt, erstellt am, eröffnet, eröffnet am, erstellungsdatum, angelegt, angelegt am,
    erfasst am, gemeldet am, eingang am, eingangsdatum, meldezeit, eröffnungsdatum, erstellungszeit, meldedatum, anlagedatum, ouvert le,
    créé le, date de création, date d'ouverture, créé, ouverture, date ouverture, aangemaakt, aangemaakt op, aanmaakdatum,
    aanmelddatum, datum aangemeld, aangemeld op, gemeld op, geopend op, creado, creado el, fecha de creación, fecha creación, abierto,
    abierto el, fecha de apertura, fecha apertura, creato, creato il, data creazione, data di creazione, aperto il, data apertura, data di apertura,
    criado, criado em, data de criação, aberto em, data de abertura, data abertura`,
  responded_at: `responded at, first response, first response at, first responded at, first response time, first reply at, first reply, responded, acknowledged at, acknowledged,
    response date, first contact at, picked up, picked up at, reaktion am, erste reaktion, erstreaktion, erste antwort, reaktionszeitpunkt, angenommen am, première réponse,
    première réponse le, date de première réponse, pris en charge le, date de prise en charge, eerste reactie, eerste reactie op,
    opgepakt op, in behandeling op, primera respuesta, fecha primera respuesta, atendido el, prima risposta, data prima risposta, presa in carico il, preso in carico il,
    primeira resposta, data da primeira resposta, atendido em`,
  resolved_at: `resolved at, resolved, resolved on, date resolved, resolution date, resolve time, resolution time, resolved time, resolved date, solved at, solved, solved on, fixed, fixed at, fixed on,
    restored, completed at, completed, completed on, completion date, done at, finished, gelöst, gelöst am, behoben am, erledigt am, lösungsdatum, lösungszeit, erledigt, lösung am,
    behebungsdatum, fertiggestellt am, résolu le, date de résolution, résolu, date résolution, solutionné le, opgelost, opgelost op, oplosdatum, datum opgelost, gereed op,
    datum gereed, afgehandeld op, gereedmelddatum, resuelto, resuelto el, fecha de resolución, fecha resolución, solucionado el, risolto, risolto il, data risoluzione, data di risoluzione,
    resolvido, resolvido em, data de resolução, data resolução, solucionado em`,
  closed_at: `closed at, closed, closed on, date closed, close date, closing date, close time, closure date, closed time, closed date, geschlossen, geschlossen am, abgeschlossen am,
    schließungsdatum, abschlussdatum, abschluss, schlusszeit, abschluss am, fermé le, clos le, clôturé le, date de clôture, date de fermeture, date clôture, gesloten,
    gesloten op, afgesloten op, sluitdatum, datum gesloten, afsluitdatum, cerrado, cerrado el, fecha de cierre, fecha cierre, chiuso, chiuso il, data chiusura, data di chiusura,
    fechado, fechado em, encerrado em, data de fechamento, data de encerramento, data fechamento`,
  updated_at: `updated at, updated, updated on, last updated, last update, last modified, modified, modified on, modified at, last modified date, date modified, changed,
    last changed, last activity, geändert, geändert am, zuletzt geändert, aktualisiert, aktualisiert am, letzte änderung, änderungsdatum, modifié le, mis à jour le, dernière modification, dernière modif,
    date de modification, dernière mise à jour, gewijzigd, gewijzigd op, laatst gewijzigd, wijzigingsdatum, bijgewerkt op, actualizado, actualizado el, última actualización, modificado el,
    fecha de modificación, fecha de actualización, aggiornato, aggiornato il, ultimo aggiornamento, modificato il, data modifica, atualizado, atualizado em,
    última atualização, modificado em, data de modificação`,
  version_number: `sys mod count, mod count, update count, version number, revision, number of updates`,
  reopen_count: `reopen count, reopens, reopened count, times reopened, number of reopens, re opened, wiedereröffnungen, anzahl wiedereröffnungen, wiedereröffnet, réouvertures, nombre de réouvertures,
    aantal heropeningen, heropend, reaperturas, número de reaperturas, riaperture, numero riaperture, reaberturas, número de reaberturas`,
  reassignment_count: `reassignment count, reassignments, times reassigned, reassigned, number of reassignments, hops, transfers, weiterleitungen, anzahl weiterleitungen, umleitungen, réaffectations, transferts,
    nombre de réaffectations, aantal doorzettingen, doorverwijzingen, reasignaciones, número de reasignaciones, riassegnazioni, reatribuições, transferências`,
  resolution_code: `resolution code, close code, closure code, resolution, resolution category, resolution type, closing code, fix code, outcome, closed code, cause, root cause,
    lösungscode, lösungsart, abschlusscode, lösungskategorie, abschlussgrund, ursache, code de résolution, code solution, code de clôture, motif de clôture, cause racine,
    oplossingscode, sluitcode, afsluitcode, oorzaak, código de resolución, código de cierre, motivo de cierre, causa,
    codice di risoluzione, codice chiusura, motivo chiusura, código de resolução, código de fechamento, motivo de encerramento`,
  resolution_notes: `resolution notes, close notes, closing notes, solution, resolution description, resolution details, resolution text, fix notes, lösung, lösungsbeschreibung, lösungstext, abschlussnotiz,
    notes de résolution, solution apportée, notes de clôture, oplossing, oplossing omschrijving, notas de resolución, solución, notas de cierre,
    note di risoluzione, soluzione, notas de resolução, solução, notas de fechamento`,
  knowledge_id: `knowledge article, kb article, knowledge, kb, kb id, solution article, wissensartikel, article de connaissance, kennisartikel, kennisitem,
    artículo de conocimiento, articolo di conoscenza, artigo de conhecimento, base de conhecimento`,
  is_automated: `is automated, automated, auto generated, created automatically, automatisch erstellt, automatisch, automatisé, geautomatiseerd, automatizado, automatico, automático`,
  is_major: `major incident, is major, major, mi, major incident flag, großstörung, schwerwiegende störung, incident majeur, majeur, grote storing, calamiteit,
    incidente mayor, incidencia mayor, incidente grave, incidente maggiore, incidente crítico`,
  parent_id: `parent, parent incident, parent ticket, parent id, parent case, übergeordnet, übergeordnetes ticket, hauptticket, ticket parent, incident parent, hoofdmelding, hoofdincident, ticket padre,
    incidencia padre, padre, ticket principale, chamado pai, ticket pai, incidente pai`,
  problem_id: `problem, problem id, problem number, related problem, problem record, problemnummer, zugehöriges problem, problème, problème lié, probleem, gerelateerd probleem, problema,
    problema relacionado, problema collegato`,
  change_id: `change, change id, change number, change request, rfc, related change, änderung, änderungsnummer, changement, changement lié, wijziging, wijzigingsnummer, cambio, número de cambio, modifica,
    mudança, requisição de mudança`,
  duplicate_of: `duplicate of, duplicate, master ticket, merged into, duplikat von, zusammengeführt mit, doublon de, duplicaat van, duplicado de, fusionado con, duplicato di, mesclado com`,
  sla_met_recorded: `sla met, made sla, within sla, sla ok, sla achieved, sla compliant, in sla, sla eingehalten, sla erfüllt, sla respecté, dans les délais, sla gehaald, binnen sla, sla cumplido, dentro de sla,
    sla rispettato, sla cumprido, dentro do sla`,
  sla_due_at: `sla due, due date, due at, due, due by, sla due date, resolve by, resolution due, target date, target resolution date, deadline, breach time, fällig am, fällig, fälligkeit, zieldatum, soll lösung, frist, échéance, date d'échéance,
    date limite, streefdatum, vervaldatum, uiterste datum, vencimiento, fecha de vencimiento, fecha límite, scadenza, data di scadenza, vencimento, data de vencimento, prazo`,
  satisfaction: `satisfaction, satisfaction score, satisfaction rating, csat, rating, feedback score, survey score, zufriedenheit, bewertung, kundenzufriedenheit, note de satisfaction,
    évaluation, tevredenheid, beoordeling, satisfacción, valoración, calificación, soddisfazione, valutazione, satisfação, avaliação, nota de satisfação`,
};

const noiseWords = new Set(
  `u x custom field feld champ veld campo cf custom_field ticket incident case issue sys the of le la el il o a de du des
  der die das den het van record request störung vorgang melding incidencia incidente chamado date datum fecha data time
  timestamp id uhrzeit zeit hora heure tijd ora utc gmt local cet cest name raw value wert valeur demande dossier la
  niveau level stufe nivel livello nível nb nombre anzahl aantal`
    .split(/\s+/)
    .map(comparableWords),
);

interface Synonym {
  field: string;
  words: string;
  /** 0–1: the first name listed for a field says more than the last. */
  weight: number;
}

const synonyms: readonly Synonym[] = Object.entries(headerWords).flatMap(([field, text]) => {
  const names = text.split(',').map(comparableWords).filter(Boolean);
  return names.map((words, index) => ({field, words, weight: 1 - 0.1 * (index / names.length)}));
});

/** Every canonical field a header can be proposed for. */
export const proposableFields: readonly string[] = Object.keys(headerWords);

/**
 * How well a header names each canonical field, 0–1; fields it doesn't name are left out.
 * An exact name counts most, then one that only noise words ("ticket", "date", "u_") surround.
 */
export function headerScores(header: string): Map<string, number> {
  const words = comparableWords(header);
  const asWritten = {words, meaning: meaningful(words), pattern: abbreviationPattern(header)};
  const scores = new Map<string, number>();
  for (const synonym of synonyms) {
    const score = synonym.weight * likeness(asWritten, synonym);
    if (score > (scores.get(synonym.field) ?? 0)) scores.set(synonym.field, score);
  }
  return scores;
}

interface Header {
  words: string;
  /** Without its noise words. */
  meaning: string;
  /** What a header with abbreviations may stand for; null for one without. */
  pattern: RegExp | null;
}

function likeness(header: Header, {field, words}: Synonym): number {
  if (header.words === words) return 1;
  if (header.words.replaceAll(' ', '') === words.replaceAll(' ', '')) return 0.98;
  if (header.meaning !== '' && header.meaning === meaningful(words)) return 0.8;
  if (header.pattern?.test(words)) return 0.8;
  // An identifier of something else ("form id") contains the same words.
  if (field === 'record_id' || field === 'number') return 0;
  // Part of a longer header, e.g. "current owner (agent)": only whole words, and longer names say more.
  if (words.length > 3 && ` ${header.words} `.includes(` ${words} `)) {
    return 0.35 + 0.3 * (words.length / header.words.length);
  }
  return 0;
}

/** `Geschl. am` may stand for `geschlossen am`: words that end in a full stop are beginnings, of three letters or more. */
function abbreviationPattern(header: string): RegExp | null {
  const words = header.trim().split(/\s+/);
  const isBeginning = (word: string) => /\p{L}{3}\.$/u.test(word);
  if (!words.some(isBeginning)) return null;
  const parts = words.map(
    (word) => `${comparableWords(word)}${isBeginning(word) ? '\\p{L}*' : ''}`,
  );
  return new RegExp(`^${parts.join(' ')}$`, 'u');
}

function meaningful(words: string): string {
  return words
    .split(' ')
    .filter((word) => !noiseWords.has(word))
    .join(' ');
}

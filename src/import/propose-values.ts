import {comparableWords} from './propose-words.ts';

/** What a raw value most likely means, and how sure the words make us, 0–1. */
export interface ValueGuess {
  meaning: string;
  sureness: number;
}

/** Words for each canonical status in English, German, French, Dutch, Spanish, Italian and Portuguese. */
const statusWords: Record<string, string> = {
  new: `new, open, opened, created, logged, registered, submitted, received, reported, triggered, unassigned, to do, todo, backlog, triage,
    waiting for support, not started, fresh, neu, offen, eröffnet, erstellt, angelegt, erfasst, gemeldet, eingegangen, unbearbeitet, nouveau, nouvelle,
    ouvert, ouverte, créé, enregistré, reçu, nieuw, aangemeld, geregistreerd, geopend, ingediend, nuevo, nueva, abierto, abierta, creado, registrado,
    recibido, nuovo, nuova, aperto, aperta, creato, registrato, ricevuto, novo, nova, aberto, aberta, criado, recebido`,
  in_progress: `in progress, work in progress, wip, working, work started, active, assigned, acknowledged, accepted, investigating, in work, being worked, in process,
    processing, in treatment, started, ongoing, under investigation, escalated, in review, reopened, re opened, diagnosing, allocated, dispatched, with engineer, with support,
    in bearbeitung, bearbeitung, in arbeit, zugewiesen, angenommen, aktiv, wird bearbeitet, weitergeleitet, eskaliert, wiedereröffnet, wieder geöffnet, en cours, en cours de traitement,
    en traitement, assigné, attribué, pris en charge, affecté, rouvert, réouvert, escaladé, in behandeling, toegewezen, onderhanden, lopend, bezig, actief, heropend,
    doorgezet, geëscaleerd, en curso, en progreso, en proceso, asignado, asignada, en tratamiento, activo, reabierto, escalado, in corso, in lavorazione, assegnato,
    in carico, preso in carico, attivo, riaperto, em andamento, em atendimento, em progresso, atribuído, em tratamento, ativo, reaberto, escalonado`,
  on_hold: `on hold, hold, pending, pended, paused, parked, suspended, waiting, awaiting, blocked, deferred, stalled, snoozed, postponed, pending customer, waiting for customer, awaiting customer, awaiting user,
    awaiting user info, waiting on customer, waiting on user, waiting on requester, waiting for user, with customer, with user, pending user, awaiting vendor, waiting for vendor, awaiting supplier, waiting on third party, pending vendor, with vendor, with supplier, awaiting change,
    awaiting problem, awaiting evidence, awaiting parts, wartend, wartet, warten, warten auf kunde, warten auf kunden, wartet auf kunde, wartet auf anwender, rückfrage, rückfrage beim kunden, angehalten, zurückgestellt, ausgesetzt, pausiert, auf wiedervorlage, wiedervorlage, in wartestellung, blockiert, beim lieferanten,
    en attente, en attente client, attente client, en attente utilisateur, en attente fournisseur, suspendu, en pause, bloqué, in de wacht, in wacht, wachtend, wachten, wacht op klant, wachten op klant, wacht op gebruiker, wacht op leverancier, wachten op leverancier, gepauzeerd, opgeschort, aangehouden,
    en espera, a la espera, pendiente, pendiente de cliente, pendiente de usuario, esperando cliente, esperando usuario, esperando respuesta, pausado, suspendido, bloqueado, detenido, in attesa, in attesa del cliente, in attesa cliente, in attesa utente, attesa fornitore, sospeso, in sospeso, in pausa, bloccato,
    em espera, pendente, aguardando, aguardando cliente, aguardando usuário, aguardando fornecedor, suspenso, pausado, bloqueado, parado`,
  resolved: `resolved, solved, fixed, done, completed, complete, finished, restored, service restored, mitigated, remedied, answered, gelöst, behoben, erledigt, beendet, fertig, fertiggestellt, beantwortet, résolu, résolue, solutionné, traité, terminé,
    réalisé, rétabli, opgelost, gereed, afgehandeld, klaar, voltooid, hersteld, beantwoord, resuelto, resuelta, solucionado, solucionada, completado, finalizado, terminado, hecho, restaurado, risolto, risolta, completato, terminato,
    ripristinato, finito, resolvido, resolvida, concluído, concluída, finalizado, restabelecido, feito`,
  closed: `closed, close, archived, closed complete, closed successful, closed by caller, auto closed, closed automatically, geschlossen, abgeschlossen, archiviert, automatisch geschlossen, fermé, fermée, clos, clôturé, clôturée, archivé, gesloten, afgesloten, gearchiveerd, afgemeld,
    cerrado, cerrada, archivado, chiuso, chiusa, archiviato, fechado, fechada, encerrado, encerrada, arquivado`,
  cancelled: `cancelled, canceled, withdrawn, rejected, declined, void, voided, dismissed, abandoned, invalid, not an issue, won t fix, wont fix, won t do, closed incomplete, closed skipped, aborted, storniert, abgebrochen, abgelehnt, zurückgezogen, verworfen, ungültig, annulliert, annulé, annulée, abandonné,
    rejeté, refusé, retiré, geannuleerd, ingetrokken, afgewezen, vervallen, geweigerd, cancelado, cancelada, anulado, anulada, rechazado, descartado, desistido, retirado, annullato, annullata, rifiutato, respinto, ritirato, scartato, rejeitado, recusado, anulado, desistido`,
  merged: `merged, duplicate, duplicated, closed as duplicate, closed by merge, linked, zusammengeführt, duplikat, fusionné, doublon, samengevoegd, duplicaat, dubbel, fusionado, combinado, duplicado, unito, accorpato, duplicato, mesclado, unificado`,
  deleted: `deleted, removed, trashed, trash, spam, gelöscht, entfernt, papierkorb, supprimé, supprimée, effacé, verwijderd, prullenbak, eliminado, eliminada, borrado, eliminato, eliminata, cancellato, excluído, excluída, apagado`,
};

const priorityWords: Record<string, string> = {
  P1: `critical, urgent, highest, blocker, emergency, showstopper, top, very high, extreme, sev1, severity 1, sev 1, major incident, critical impact, immediate, kritisch, sehr hoch, höchste, notfall, dringend, sofort, critique, urgente, très haute, très élevée, immédiate, bloquant,
    kritiek, urgent, zeer hoog, hoogste, spoed, blokkerend, crítica, crítico, muy alta, urgente, máxima, inmediata, bloqueante, critica, critico, molto alta, massima, bloccante, muito alta, emergência, imediata`,
  P2: `high, major, important, serious, severe, sev2, severity 2, sev 2, hoch, wichtig, schwer, haute, élevée, élevé, haut, majeure, majeur, importante, hoog, belangrijk, ernstig, alta, alto, grave, importante, elevada, elevata, elevato, maior`,
  P3: `medium, moderate, normal, standard, average, default, regular, sev3, severity 3, sev 3, mittel, mittlere, moyenne, moyen, normale, modérée, gemiddeld, normaal, middel, media, medio, moderada, moderado, estándar, moderata, normale, média, médio, padrão`,
  P4: `low, minor, sev4, severity 4, sev 4, niedrig, gering, leicht, basse, bas, faible, mineure, mineur, laag, klein, baja, bajo, menor, leve, bassa, basso, minore, lieve, baixa, baixo`,
  P5: `lowest, very low, planning, planned, trivial, cosmetic, none, sev5, severity 5, sev 5, sehr niedrig, geplant, planung, keine, très basse, très faible, planifiée, planifié, zeer laag, gepland, muy baja, planificada, planificado, mínima, molto bassa,
    pianificata, minima, muito baixa, planejada, planejado`,
};

const recordTypeWords: Record<string, string> = {
  incident: `incident, incidents, inc, fault, outage, failure, interruption, issue, bug, trouble, störung, störungsmeldung, fehler, ausfall, panne, dysfonctionnement, incidente, incidencia, storing, verstoring, guasto, disservizio, falha, avería, fallo`,
  request: `request, service request, requested item, req, ritm, question, how to, information, access, access request, order, task, anfrage, anforderung, serviceanfrage, service anfrage, auftrag, frage, bestellung, demande, demande de service, question, aanvraag, verzoek, serviceverzoek, wijzigingsverzoek klant,
    vraag, bestelling, solicitud, petición, consulta, pregunta, richiesta, richiesta di servizio, domanda, ordine, requisição, solicitação, pedido, dúvida`,
  problem: `problem, problems, prb, known error, problème, probleem, problema`,
  change: `change, changes, chg, change request, rfc, änderung, changement, wijziging, cambio, cambiamento, mudança, modifica`,
};

const guessStatus = guesser(statusWords);
const guessPriority = guesser(priorityWords);
const guessRecordType = guesser(recordTypeWords);

/** The canonical status of a raw one, or null when the words don't say. */
export function statusOf(value: string): ValueGuess | null {
  return guessStatus(value);
}

/** P1–P5 of a priority in words (`2 - High`, `Sev 1`, `P3`), or null; bare numbers say no direction. */
export function priorityOf(value: string): ValueGuess | null {
  const level = /^(?:p|prio|priority|priorität|sev|severity|s)[\s-]*([1-5])(?!\d)/iu.exec(value);
  if (level) return {meaning: `P${level[1]}`, sureness: 1};
  return guessPriority(value.replace(/^\s*\d+\s*[-–.:)]\s*/, ''));
}

/** Incident, request, problem or change, or null. */
export function recordTypeOf(value: string): ValueGuess | null {
  return guessRecordType(value);
}

const yesWords = words(
  'true, yes, y, 1, ja, oui, sí, si, sim, x, wahr, vrai, waar, verdadero, vero',
);
const noWords = words('false, no, n, 0, nein, non, nee, não, nao, falsch, faux, onwaar, falso');

export function isYesOrNo(value: string): boolean {
  const word = comparableWords(value);
  return yesWords.has(word) || noWords.has(word);
}

/** An exact phrase is sure; a phrase inside a longer value is a guess, the longest phrase winning. */
function guesser(vocabulary: Record<string, string>): (value: string) => ValueGuess | null {
  const meanings = new Map<string, string>();
  for (const [meaning, text] of Object.entries(vocabulary)) {
    for (const phrase of words(text)) if (!meanings.has(phrase)) meanings.set(phrase, meaning);
  }
  const longestFirst = [...meanings].sort(([a], [b]) => b.length - a.length);
  return (value) => {
    const phrase = comparableWords(value.replace(/^\s*\d+\s*[-–.:)]\s*/, ''));
    const exact = meanings.get(phrase);
    if (exact !== undefined) return {meaning: exact, sureness: 1};
    const inside = longestFirst.find(([known]) => ` ${phrase} `.includes(` ${known} `));
    return inside ? {meaning: inside[1], sureness: 0.6} : null;
  };
}

function words(text: string): Set<string> {
  return new Set(text.split(',').map(comparableWords).filter(Boolean));
}

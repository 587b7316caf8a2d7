import type {Wordings} from '../language.ts';

/** What detectors find, and what they suggest. */
export const findings: Wordings = {
  '{0} as often as elsewhere': '{0} plus souvent qu’ailleurs',
  'and hardly ever elsewhere': 'et presque jamais ailleurs',
  '{0} elsewhere for the same mix of priorities, {1} as often{2}':
    '{0} ailleurs à priorités comparables, soit {1} plus souvent{2}',
  'none elsewhere': 'jamais ailleurs',
  'Findings of this view are being looked for':
    'Les constats de cette vue sont en cours de recherche',
  'Nobody asked for them before. In a moment they stand here:':
    'Personne ne les avait encore demandés. Ils seront ici dans un instant :',
  'Look again': 'Regarder à nouveau',
  'new this week': 'nouveau cette semaine',
  'new this month': 'nouveau ce mois-ci',
  '{0} a week ago': '{0} une semaine plus tôt',
  '{0} a month ago': '{0} un mois plus tôt',
  'changed: {0}': 'a changé : {0}',
  'the week': 'une semaine',
  'the month': 'un mois',
  '{0} more': '{0} de plus',
  ' Likewise {0}.': ' Il en va de même pour {0}.',
  ' or ': ' ou ',
  '{0} or {1}': '{0} ou {1}',
  all: 'tout',
  // Ageing
  'The aged backlog grows: {0} incidents, {1} more than {2} weeks before':
    'Le stock ancien augmente : {0} incidents, {1} de plus que {2} semaines plus tôt',
  '{0} were open': '{0} {0?incident était ouvert|incidents étaient ouverts}',
  ' at the end, {0} of them aged; {1} of these are past their target. {2}{3}':
    ' à la fin, dont {0} anciens ; {1} de ces derniers sont hors délai. {2}{3}',
  'Go through the aged ones from the oldest: close, reassign or escalate each.':
    'Passer en revue les anciens en commençant par le plus ancien : clore, réaffecter ou escalader chacun.',
  'Work off the aged backlog': 'Résorber le stock ancien',
  '{0} sits on old work: {1} of its {2} open incidents are aged, against {3} elsewhere':
    '{0} garde des incidents anciens : {1} de ses {2} incidents ouverts, contre {3} ailleurs',
  'It holds {0} of the aged backlog and {1} of ':
    'Ce groupe détient {0} du stock ancien et {1} de ',
  '; 1 aged one is past target. {0}': ' ; 1 incident ancien est hors délai. {0}',
  '; {0} aged ones are past target. {1}': ' ; {0} incidents anciens sont hors délai. {1}',
  'Its {0} open': 'Ses {0} incidents ouverts',
  'Go through the aged ones of {0} one by one: close, reassign or escalate.':
    'Passer en revue un à un les incidents anciens de {0} : clore, réaffecter ou escalader.',
  '{0}: work off the aged backlog': '{0} : résorber le stock ancien',
  ' and has not been touched for {0}': ' et sans action depuis {0}',
  'The middle one of the aged has been open for {0}{1}, the oldest for {2}. ':
    'L’incident ancien médian est ouvert depuis {0}{1}, le plus vieux depuis {2}. ',
  '{0} days': '{0} {0?jour|jours}',
  'Most are with {0}.': 'La plupart sont chez {0}.',
  // Targets used up
  '{0} uses up the targets: it meets {1} of those it holds longest, others {2} of the same mix':
    '{0} laisse filer les délais cibles : {1} de respect pour ce qu’il détient le plus longtemps, {2} ailleurs à priorités comparables',
  '{0} of {1} clocks in {2} missed theirs; {3}. It used {4} of the working time of missed targets, with {5} of the clocks.':
    '{0} décomptes sur {1} en {2} ont dépassé leur délai ; {3}. Ce groupe a consommé {4} du temps ouvré des délais dépassés, pour {5} des décomptes.',
  'Ask {0} what keeps it: too much at once, missing information, or work that belongs elsewhere.':
    'Demander à {0} ce qui le retient : trop de travail à la fois, des informations manquantes ou du travail qui relève d’autres.',
  '{0} holds incidents within their target': '{0} tient les incidents dans leur délai',
  // Escalation
  '{0} is passed on to a higher tier: {1} of it, {2}':
    '{0} passe au niveau de support supérieur : {1} des cas, {2}',
  ' in {0}; {1}. ': ' en {0} ; {1}. ',
  'Have {0} write the articles the first level needs for {1}.':
    'Faire rédiger par {0} les articles dont le premier niveau a besoin pour {1}.',
  'Train the first level for {0}, or send it to {1} at once.':
    'Former le premier niveau à {0}, ou transmettre directement à {1}.',
  'the group it goes to': 'le groupe destinataire',
  'the right group': 'le bon groupe',
  'First level resolves more of {0}': 'Le premier niveau résout davantage pour {0}',
  '{0} ends with {1}. ': '{0} aboutissent chez {1}. ',
  '{0} is resolved with an article, elsewhere {1}.':
    '{0} sont résolus avec un article, {1} ailleurs.',
  // Change of shifts
  '{0} in {1}': '{0} dans {1}',
  '{0} as many an hour on the clock as elsewhere': '{0} plus par heure décomptée qu’ailleurs',
  'Targets of {0} are missed at the change of shifts: {1} within an hour of {2}, where {3} of the time on the clock lies':
    'Les délais {0} sont dépassés aux changements d’équipe : {1} à moins d’une heure de {2}, pour {3} du temps décompté',
  '{0} of {1} missed targets in {2}, of ': '{0} délais dépassés sur {1} en {2}, parmi ',
  '{0} that fell due': '{0} arrivés à échéance',
  ': {0}; if chance drew which are missed, 95{1}% of draws give {2}. ':
    ' : {0} ; si les dépassements tombaient au hasard, ce rapport serait de {2} dans 95{1}% des cas. ',
  'Let the shifts overlap at {0}, and hand over running {1} by name.':
    'Faire se chevaucher les équipes à {0}, et transmettre nommément les {1} en cours.',
  'Hand over running {0} by name at the change of shifts':
    'Transmettre nommément les {0} en cours au changement d’équipe',
  'Of {0} changes of group {1} lie there too.':
    'Sur {0} changements de groupe, {1} s’y produisent aussi.',
  'Of {0} changes of group only {1} do.':
    'Sur {0} changements de groupe, seuls {1} s’y produisent.',
  'Missed resolution targets of {0} by hour and weekday, {1}, times in {2}':
    'Délais de résolution dépassés, {0}, par heure et jour de la semaine, {1}, heures en {2}',
  '{0} of them within an hour of a change of shifts, where {1} of the running time lies: ':
    '{0} d’entre eux à moins d’une heure d’un changement d’équipe, pour {1} du temps décompté : ',
  'all that fell due': 'tout ce qui est arrivé à échéance',
  When: 'Quand',
  Missed: 'Dépassés',
  'Fell due': 'À échéance',
  'Share missed': 'Part dépassée',
  'Running time': 'Temps décompté',
  'Changes of group': 'Changements de groupe',
  'Within an hour of a change of shifts': 'À moins d’une heure d’un changement d’équipe',
  Elsewhere: 'Ailleurs',
  // Logging
  '{0} {1}: {2} of it, {3}': '{0} {1} : {2} des cas, {3}',
  'gets a priority that impact and urgency do not give':
    'reçoit une priorité que l’impact et l’urgence ne donnent pas',
  'let the form compute the priority from impact and urgency':
    'laisser le formulaire calculer la priorité d’après l’impact et l’urgence',
  'is logged with a category that says nothing': 'reçoit une catégorie qui ne dit rien',
  'take the catch-all category off the form, and offer the likely one':
    'retirer la catégorie fourre-tout du formulaire et proposer la catégorie probable',
  'is logged without a configuration item': 'manque d’élément de configuration',
  'ask for the configuration item when the incident is logged':
    'demander l’élément de configuration dès l’enregistrement de l’incident',
  'has to be put into another category': 'doit changer de catégorie',
  'name the categories as callers name things':
    'nommer les catégories comme les utilisateurs nomment les choses',
  ' in {0}, elsewhere {1}.': ' en {0}, ailleurs {1}.',
  ' {0} of them were logged at {1}: {2} of its {3}.':
    ' {0} d’entre eux ont été enregistrés par {1} : {2} sur {3}.',
  'Compare the priority matrix of the configuration with the one the tool goes by.':
    'Comparer la matrice de priorité de la configuration avec celle que suit l’outil.',
  'Wherever it is logged, {0}.': 'Où que l’incident soit enregistré, {0}.',
  'At {0}, {1}.': 'Chez {0}, {1}.',
  // On hold
  '{0} parks its work on hold: {1} of its hours, against {2} elsewhere':
    '{0} laisse ses incidents en attente : {1} des heures, contre {2} ailleurs',
  ' in {0} were on hold for more than a day and most of their time; {1}. In all {2} stood still.':
    ' en {0} ont été en attente plus d’un jour et la plus grande partie de leur temps ; {1}. Au total, {2} à l’arrêt.',
  'Let every hold of {0} name what it waits for and until when; look at the longest first.':
    'Faire indiquer à chaque mise en attente de {0} ce qu’elle attend et jusqu’à quand ; commencer par les plus longues.',
  '{0}: every hold names what it waits for and until when':
    '{0} : chaque mise en attente indique ce qu’elle attend et jusqu’à quand',
  ' {0} met their target only because a hold began in its last fifth: {1} as often as elsewhere.':
    ' {0} n’ont tenu leur délai que par une mise en attente commencée dans son dernier cinquième : {1} plus souvent qu’ailleurs.',
  // Closed too early
  '{0} closes too early: {1} of what it resolves comes back within two days, {2}':
    '{0} clôt trop tôt : {1} de ses résolutions reviennent dans les deux jours, {2}',
  ' in {0} were reopened or logged again; {1}. Each takes {2} of working time again.':
    ' en {0} ont été rouverts ou déclarés de nouveau ; {1}. Chacun reprend {2} de temps ouvré.',
  'Agree with {0} to close only what the caller confirms, and look at three that came back.':
    'Convenir avec {0} de ne clore que ce que l’utilisateur confirme, et examiner trois cas revenus.',
  '{0}: close only what the caller confirms': '{0} : ne clore que ce que l’utilisateur confirme',
  // Growth without a problem record
  '{0} grows and nobody asks why: {1} more incidents than the quarter before, {2} linked to a problem':
    '{0} progresse sans que personne ne cherche pourquoi : {1} d’incidents de plus qu’au trimestre précédent, {2} liés à un problème',
  ' in {0}, {1} in as many before; {2} of them have a problem record.':
    ' en {0}, {1} sur la même durée auparavant ; {2} ont une fiche de problème.',
  'Open a problem record for {0}, beginning with its largest candidate.':
    'Ouvrir une fiche de problème pour {0}, en commençant par son plus grand problème candidat.',
  'Find the cause of what grows in {0}': 'Trouver la cause de ce qui progresse dans {0}',
  // Read together
  'Quick, but it does not hold: {0}, while the median time to resolve is {1}':
    'Rapide, mais cela ne tient pas : {0}, alors que le délai médian de résolution est de {1}',
  'Time to resolve is as usual or better; ': 'Le délai de résolution est habituel ou meilleur ; ',
  '. Closed is not solved.': '. Clos ne veut pas dire résolu.',
  'Look at ten that came back, and agree when an incident may be closed.':
    'Examiner dix cas revenus, et convenir du moment où un incident peut être clos.',
  'Green outside, red inside: {0} of targets are met, yet {1}':
    'Vert dehors, rouge dedans : {0} des délais sont tenus, et pourtant {1}',
  ' with a goal of {0}. Beside it: ': ' pour un objectif de {0}. À côté : ',
  'Report {0} beside the SLA, and decide about it.': 'Suivre {0} à côté du SLA, et en décider.',
  '{0} back to what it was': '{0} : revenir à la valeur d’avant',
  '“{0}” stands at {1}{2}': '« {0} » s’établit à {1}{2}',
  ', goal at least {0}': ', objectif : au moins {0}',
  ', goal at most {0}': ', objectif : au plus {0}',
  // On the page
  'The costliest first: working hours, missed targets, users':
    'Les plus coûteux d’abord : heures ouvrées, délais dépassés, utilisateurs',
  'One lesser one is in the download.': 'Un constat moindre figure dans le téléchargement.',
  '{0} lesser ones are in the download.': '{0} constats moindres figurent dans le téléchargement.',
  'Nothing new was found {0}': 'Aucun nouveau constat {0}',
  'One finding is new or changed {0}': 'Un constat est nouveau ou a changé {0}',
  '{0} findings are new or changed {1}': '{0} constats sont nouveaux ou ont changé {1}',
  '{0} · since {1}': '{0} · depuis le {1}',
  'Propose action': 'Proposer une action',
  'Still so:': 'Toujours vrai :',
  'What is worth acting on?': 'Qu’est-ce qui mérite une action ?',
  'When are targets missed?': 'Quand les délais sont-ils dépassés ?',
  'The incidents it resolved': 'Les incidents qu’il a résolus',
  'Find what changed for {0} around {1}, and agree on an action with its owner.':
    'Chercher ce qui a changé pour {0} vers le {1}, et convenir d’une action avec son responsable.',
};

import type {Wordings} from '../language.ts';

/** Problem candidates, fixes and decisions about them. */
export const candidates: Wordings = {
  new: 'nouveau',
  growing: 'en hausse',
  steady: 'stable',
  shrinking: 'en baisse',
  '{0} in {1} weeks': '{0} en {1} semaines',
  New: 'Nouveau',
  Returned: 'Revenu',
  'outgrew what was dismissed': 'dépasse ce qui avait été écarté',
  Watching: 'Sous surveillance',
  Accepted: 'Retenu',
  Dismissed: 'Écarté',
  'Fixed · {0}': 'Corrigé · {0}',
  Fixed: 'Corrigé',
  '{0} is open': '{0} est ouvert',
  'apparently fixed: nothing for {0} days': 'apparemment corrigé : rien depuis {0} jours',
  wording: 'le libellé',
  'the same workaround': 'la même solution de contournement',
  'service, category and CI': 'le service, la catégorie et le CI',
  'incidents after changes': 'des incidents après des changements',
  'a major incident': 'un incident majeur',
  'a shared problem record': 'une fiche de problème commune',
  '{0} weeks to {1}': '{0} semaines jusqu’au {1}',
  'from {0} to {1} a week': 'de {0} à {1} par semaine',
  '{0} in {1} before, {2} in {3} since': '{0} en {1} avant, {2} en {3} depuis',
  ' (95 % interval {0} – {1})': ' (intervalle à 95 % : {0} – {1})',
  'effect seen': 'effet constaté',
  'not yet': 'pas encore',
  'got worse': 'aggravation',
  'cannot tell': 'indécidable',
  'It is rarer than chance explains.': 'Plus rare que le hasard ne l’explique.',
  'It is more frequent than chance explains.': 'Plus fréquent que le hasard ne l’explique.',
  'After a year the difference is still no larger than chance explains.':
    'Après un an, l’écart ne dépasse toujours pas ce que le hasard explique.',
  'It is too rare: even half as many would not stand out within a year.':
    'Trop rare : même deux fois moins d’incidents ne se remarqueraient pas en un an.',
  'It is hardly rarer so far: even half as many from now on would not stand out within a year.':
    'À peine plus rare à ce jour : même deux fois moins d’incidents désormais ne se remarqueraient pas en un an.',
  'No whole week has passed since.': 'Aucune semaine complète ne s’est écoulée depuis.',
  'So far the difference is no larger than chance explains.':
    'À ce jour, l’écart ne dépasse pas ce que le hasard explique.',
  Candidate: 'Problème candidat',
  'Hours lost': 'Heures perdues',
  'All problem candidates': 'Tous les problèmes candidats',
  '{0} of {1} candidates is new or grows': '{0} problème candidat sur {1} est nouveau ou progresse',
  '{0} of {1} candidates are new or grow':
    '{0} problèmes candidats sur {1} sont nouveaux ou progressent',
  'None of {0} candidates is new or grows':
    'Aucun des {0} problèmes candidats n’est nouveau ni ne progresse',
  'None is new or grows: the first of {0}, by rank; {1}':
    'Aucun n’est nouveau ni ne progresse : les premiers sur {0}, par rang ; {1}',
  'New and growing first: {0} of {1}, by rank; {2}':
    'Nouveaux et en hausse d’abord : {0} sur {1}, par rang ; {2}',
  Trend: 'Tendance',
  Decision: 'Décision',
  '{0}: incidents in each of {1} weeks': '{0} : incidents de chacune des {1} semaines',
  'Nothing keeps coming back.': 'Rien ne revient de façon répétée.',
  'One candidate, which lost no hours lately.':
    'Un problème candidat, sans heures perdues récemment.',
  '{0} candidates, none of which lost hours lately.':
    '{0} problèmes candidats, aucun n’ayant coûté d’heures récemment.',
  'One candidate makes 80\u202f% of the recurring hours; {0}.':
    'Un problème candidat fait 80 % des heures récurrentes ; {0}.',
  '{0} candidates make 80\u202f% of the recurring hours; {1}.':
    '{0} problèmes candidats font 80 % des heures récurrentes ; {1}.',
  'it grows': 'il progresse',
  'it does not grow': 'il ne progresse pas',
  'none of them grows': 'aucun ne progresse',
  'one of them grows': 'l’un d’eux progresse',
  '{0} of them grow': '{0} d’entre eux progressent',
  // Fixes
  'Whole weeks before the fix against whole weeks since; an effect is seen when chance explains it in less than one of 200 looks':
    'Semaines entières avant la correction face aux semaines entières depuis ; l’effet est constaté quand le hasard l’explique moins d’une fois sur 200',
  'Fixed on': 'Corrigé le',
  Verdict: 'Verdict',
  'Incidents a week': 'Incidents par semaine',
  'Saved so far': 'Gain à ce jour',
  'Saved: incidents that did not come since, at the rate before, times what its incidents lost each in the window. Told only where the effect is seen.':
    'Gain : incidents évités depuis, au rythme d’avant, multipliés par ce que chacun a coûté sur la fenêtre. Indiqué seulement si l’effet est constaté.',
  '{0}; {1} got worse': '{0} ; {1} en aggravation',
  'No effect is seen yet of the one fix': 'L’unique correction ne montre pas encore d’effet',
  'No effect is seen yet of {0} fixes': 'Les {0} corrections ne montrent pas encore d’effet',
  'The one fix shows the effect: about {0} saved so far':
    'L’unique correction produit son effet : environ {0} gagnées à ce jour',
  '{0} of {1} fixes shows the effect: about {2} saved so far':
    'Une correction sur {1} produit son effet : environ {2} gagnées à ce jour',
  '{0} of {1} fixes show the effect: about {2} saved so far':
    '{0} corrections sur {1} produisent leur effet : environ {2} gagnées à ce jour',
  'about {0} incidents': 'environ {0} {0?incident|incidents}',
  'about {0} more': 'encore {0} environ',
  // Pareto
  'Hours lost by candidate in the {0}, each incident counted once, and the share they make together':
    'Heures perdues par problème candidat sur {0}, chaque incident compté une fois, et leur part cumulée',
  '{0} of {1} candidates make 80\u202f% of the hours':
    '{0} problèmes candidats sur {1} font 80 % des heures',
  '{0} of {1} problem candidates make 80 % of {2} lost':
    '{0} problèmes candidats sur {1} font 80 % des {2} perdues',
  '{0} in all. An incident that supports several candidates counts at the one it fits best.':
    '{0} au total. Un incident qui appuie plusieurs problèmes candidats compte pour celui auquel il correspond le mieux.',
  Hours: 'Heures',
  'With all before': 'Cumul',
  // Decisions
  'To decide {0}': 'À décider {0}',
  ' against a usual {0}': ' contre {0} d’habitude',
  'Name who finds out why {0} is worse than usual.':
    'Désigner qui cherche pourquoi {0} va moins bien que d’habitude.',
  'Change how {0} comes about, or its target.':
    'Revoir ce qui détermine {0}, ou l’objectif lui-même.',
  'Its usual range {0} does not reach the target of {1}: it will not be met by chance. ':
    'La plage habituelle {0} n’atteint pas l’objectif de {1} : il ne sera pas atteint par hasard. ',
  'Write down what made {0} better, and keep it.':
    'Consigner ce qui a amélioré {0}, et le conserver.',
  'Give the open incident past target an owner and a date.':
    'Donner un responsable et une date à l’incident ouvert hors délai.',
  'Give the {0} open incidents past target an owner and a date.':
    'Donner un responsable et une date aux {0} incidents ouverts hors délai.',
  'Oldest first': 'Les plus anciens d’abord',
  'Close, reassign or escalate what is stuck.': 'Clore, réaffecter ou escalader ce qui est bloqué.',
  '{0} of ': '{0} sur ',
  '{0} open': '{0} {0?ouvert|ouverts}',
  ' has aged: {0} of the backlog.': ' est ancien : {0} du stock.',
  ' have aged: {0} of the backlog.': ' sont anciens : {0} du stock.',
  'Nothing asks for a decision.': 'Rien n’appelle de décision.',
  'No figure is worse than usual {0}, and nothing open is late.':
    'Aucun indicateur ne va moins bien que d’habitude {0}, et rien d’ouvert n’est en retard.',
  'One major incident has no problem record': 'Un incident majeur n’a pas de problème',
  '{0} major incidents have no problem record': '{0} incidents majeurs n’ont pas de problème',
  'The newest {0} of {1}, {2}': 'Les {0} plus récents sur {1}, {2}',
  '{0}, newest first': '{0}, le plus récent d’abord',
  'of all time': 'de tout temps',
  'As known on {0}, not at the end of {1}. ':
    'État connu au {0}, et non à la fin de la période ({1}). ',
  Service: 'Service',
};

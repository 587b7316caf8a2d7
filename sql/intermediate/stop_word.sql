-- Words that say nothing about a fault: articles, prepositions, greetings and what tickets are full of,
-- in the languages that service desks in Europe are written to in. Without accents, in lower case.
-- @grain word
select distinct
  unnest(string_split(
    'the an to for on in at of is are was were and or my me we us you your it its he she they them our his her their '
    || 'this that these those there here with from as by but if so be been being has have had do does did can could '
    || 'will would should may might must not no cannot since when while any all some very again still also just only '
    || 'please pls hi hello dear team thanks thank regards help urgent asap fw fwd re aw incident ticket issue problem user users '
    || 'der die das den dem des ein eine einen einem einer und oder ist sind war nicht kein keine keinen bei mit nach '
    || 'von vom zu zum zur im am auf aus an seit wieder immer noch bitte hallo danke mein meine ich wir sie es wird werden '
    || 'de het een en van voor met op te niet geen er zijn is was wordt worden weer nog steeds graag bij naar mijn wij ik hallo dank '
    || 'le la les un une des du au aux et ou est sont ne pas plus sur dans par pour avec mon ma mes je nous vous bonjour merci '
    || 'el los las una unos del al y por para con sin se su mi que gracias hola '
    || 'il lo gli dei della delle di da che non per mio grazie ciao '
    || 'os um uma no na nos nas dos das ao nao com em meu minha obrigado ola',
    ' '
  )) as word                  -- In lower case

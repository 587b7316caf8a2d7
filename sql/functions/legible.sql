-- UTF-8 that was read as a legacy encoding, put right: its accented letters show as pairs that begin with Ã, of which
-- the second is the letter's own number less 64.
create macro settings.legible(said) as
  case when not contains(said, 'Ã') then said else array_to_string(
    list_transform(
      string_split(
        replace(replace(replace(replace(replace(said, 'ÃŸ', 'ß'), 'Ã„', 'Ä'), 'Ã–', 'Ö'), 'Ãœ', 'Ü'), 'Ã‰', 'É'),
        'Ã'
      ),
      lambda part, place: case
        when place = 1 then part
        when unicode(part) between 160 and 191 then chr(unicode(part) + 64) || substr(part, 2)
        else 'Ã' || part
      end
    ),
    ''
  ) end;

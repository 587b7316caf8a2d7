-- Which band an open incident's age falls in: for the backlog's counts and for the lists behind them.
create macro settings.age_band(days) as
  case
    when days < 2 then '0–2 days'
    when days < 5 then '2–5 days'
    when days < 10 then '5–10 days'
    when days < 30 then '10–30 days'
    else 'over 30 days'
  end;

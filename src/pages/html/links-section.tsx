import type {LinksBlock, ResolvedLink} from '../links-block.ts';

/** Links to other incidents, each with a form behind a fold that strikes or restores it. */
export function LinksSection({block}: {block: LinksBlock}) {
  return (
    <section id={block.id} aria-labelledby={`${block.id}-title`}>
      <h2 id={`${block.id}-title`}>{block.title}</h2>
      <p class="sub">{block.subtitle}</p>
      {block.groups.map(({title, links}) => (
        <>
          <h3 class="links-heading">{title}</h3>
          <ul class="links">
            {links.map((link) => (
              <LinkItem link={link} action={block.action} />
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}

function LinkItem({link, action}: {link: ResolvedLink; action: string}) {
  return (
    <li class={link.isStruck ? 'is-struck' : undefined}>
      <div class="link-text">
        <LinkWords link={link} />
        <ul>
          {link.evidence.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
        {link.state.length > 0 && (
          <div class="link-state">
            {link.state.map((text) => (
              <p>{text}</p>
            ))}
          </div>
        )}
      </div>
      <LinkForm link={link} action={action} />
    </li>
  );
}

function LinkWords({link: {from, to, title, when, isStruck}}: {link: ResolvedLink}) {
  const words = (
    <>
      <a href={from.href}>{from.text}</a>
      <span class="hidden"> came back as </span>
      <span aria-hidden="true"> → </span>
      <a href={to.href}>{to.text}</a> <span class="link-title">{title}</span>
    </>
  );
  return (
    <>
      <p class="link-ends">{isStruck ? <s>{words}</s> : words}</p>
      <p class="link-when">{when}</p>
    </>
  );
}

/** Sent without script. The browser offers the name it knows from the last time. */
function LinkForm({link: {form, to}, action}: {link: ResolvedLink; action: string}) {
  const {task, record, cameBack} = form;
  const isStrike = task === 'strike';
  return (
    <details class="link-form" name="link-form">
      <summary>
        {isStrike ? 'Not the same' : 'Restore'}
        <span class="hidden">: {to.text}</span>
      </summary>
      <form method="post" action={action}>
        <input type="hidden" name="task" value={task} />
        <input type="hidden" name="record" value={record} />
        <input type="hidden" name="cameBack" value={cameBack} />
        <label>
          <span>Your name</span>
          <input name="by" required maxLength={100} autoComplete="name" />
        </label>
        <label>
          <span>{isStrike ? 'Why it is not the same' : 'Why it is (may be left empty)'}</span>
          <input name="reason" required={isStrike} maxLength={500} autoComplete="off" />
        </label>
        <button type="submit">{isStrike ? 'Strike this link' : 'Restore this link'}</button>
      </form>
    </details>
  );
}

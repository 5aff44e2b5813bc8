import { type Person, people } from './people';

/** The page on which a person is chosen; one click signs in, and Cancel goes back refused. */
export function signInPage(action: string): string {
  const buttons = Object.entries(people as Record<string, Person>).map(
    ([name, { name: fullName, part }]) =>
      `<button name="login" value="${name}"><strong>${fullName}</strong><span>${part}</span></button>`,
  );
  return page(
    'Sign in to Contoso',
    `<p>Choose who you are. This provider is a double for tests and for trying the product out.</p>
    <form method="post" action="${action}">${buttons.join('')}<button name="login" value="">Cancel</button></form>`,
  );
}

/** The page that asks before it signs out; `form` is the provider's own. */
export function signOutPage(form: string): string {
  return page(
    'Sign out of Contoso',
    `${form}<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>Sign out</button>`,
  );
}

/** A page that only says something. */
export function saying(title: string, text: string): string {
  return page(title, `<p>${text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`);
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
    <style>
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
      main { max-width: 28rem; margin: 10vh auto; padding: 0 1rem; }
      h1 { font-size: 1.4rem; }
      button { display: block; width: 100%; margin: 0.5rem 0; padding: 0.6rem 0.9rem; font: inherit; text-align: left; }
      button span { display: block; }
    </style>
  </head>
  <body><main><h1>${title}</h1>${content}</main></body>
</html>`;
}

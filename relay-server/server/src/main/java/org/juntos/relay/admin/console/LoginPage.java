package org.juntos.relay.admin.console;

/// Asks for the password.
final class LoginPage {
  private LoginPage() {}

  static Markup form(String problem) {
    return Layout.alone(
        "Console",
        Markup.of(
            """
            {}
            <form method="post" action="/console/login">
            <input name="username" value="operator" autocomplete="username" hidden>
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password"
              required autofocus>
            <button>Log in</button>
            </form>
            """,
            problem.isEmpty()
                ? Markup.NONE
                : Markup.of("<p class=\"state bad\" role=\"alert\">{}</p>", problem)));
  }

  static Markup noPassword() {
    return Layout.alone(
        "Console",
        Markup.of(
            """
            <p>No password is set yet. On the relay’s machine, as its user, run</p>
            <p><code>juntos relay admin --data DIR console-password</code></p>
            <p>and load this page again.</p>
            """));
  }
}

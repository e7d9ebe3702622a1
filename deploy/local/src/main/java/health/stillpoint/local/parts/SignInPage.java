package health.stillpoint.local.parts;

import java.util.Map;
import java.util.stream.Collectors;

/** The issuer's two pages. Plain HTML, no script. */
final class SignInPage {

    private static final String FRAME = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%1$s</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; background: #f3f6f5; color: #1c2b29; display: grid; place-items: center; min-height: 100vh; margin: 0 }
            main { background: #fff; padding: 2rem; border-radius: 12px; width: 20rem; box-shadow: 0 2px 12px #0002 }
            label { display: block; margin-top: 1rem } input { width: 100%%; font: inherit; padding: .5rem; box-sizing: border-box }
            button { margin-top: 1.5rem; width: 100%%; font: inherit; padding: .6rem; border: 0; border-radius: 6px; background: #1f6f63; color: #fff }
            [role=alert] { color: #a11 } small { color: #556 }
            </style></head><body><main><h1>%1$s</h1>%2$s</main></body></html>
            """;

    private static final String FORM = """
            %s<form method="post">%s
            <label for="username">Login</label><input id="username" name="username" autocomplete="username" required autofocus>
            <label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
            <button>Sign in</button></form>
            <p><small>Demonstration logins of this machine, for example prescriber@harbor.</small></p>
            """;

    private SignInPage() {}

    static String render(AuthorizationRequest request, String error) {
        String alert = error.isEmpty() ? "" : "<p role=\"alert\">" + escape(error) + "</p>";
        String hidden = request.fields().entrySet().stream().map(SignInPage::hidden).collect(Collectors.joining());
        return FRAME.formatted("Sign in to Stillpoint", FORM.formatted(alert, hidden));
    }

    static String signedOut() {
        return FRAME.formatted("Signed out", "<p>You can close this page.</p>");
    }

    private static String hidden(Map.Entry<String, String> field) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(field.getKey(), escape(field.getValue()));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}

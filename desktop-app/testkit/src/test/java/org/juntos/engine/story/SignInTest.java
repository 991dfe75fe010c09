package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.SessionView;
import org.juntos.relay.AdmissionOptions;
import org.juntos.relay.OpenIdOptions;
import org.juntos.relay.admission.AdmissionLimits;
import org.juntos.relay.admission.Way;

/// Accounts through a browser and a real identity provider, all on this machine.
class SignInTest {
  @TempDir Path folder;
  private final MockOAuth2Server provider = new MockOAuth2Server();
  private Gatekeeper town;

  @BeforeEach
  void open() throws IOException {
    provider.start();
    var openId =
        new OpenIdOptions(provider.issuerUrl("juntos").toString(), "relay", null, "Example");
    town =
        new Gatekeeper(
            folder, new AdmissionOptions(Set.of(Way.OPENID), AdmissionLimits.unhurried(), openId));
  }

  @AfterEach
  void close() {
    town.close();
    provider.shutdown();
  }

  private Person stranger(String name) throws IOException {
    return new Person(folder.resolve(name), Person.network(), new PlainMedia());
  }

  /// Someone who signs in as `subject` and closes the page.
  private Consumer<URI> browser(String subject, LinkedBlockingQueue<String> pages) {
    return address -> {
      provider.enqueueCallback(new DefaultOAuth2TokenCallback("juntos", subject));
      Thread.ofVirtual().start(() -> pages.add(visit(address)));
    };
  }

  private static String visit(URI address) {
    var request = HttpRequest.newBuilder(address).build();
    var follows = HttpClient.Redirect.ALWAYS;
    try (var http = HttpClient.newBuilder().followRedirects(follows).build()) {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e.toString();
    }
  }

  @Test
  void whoever_signs_in_in_the_browser_has_an_account() throws Exception {
    var pages = new LinkedBlockingQueue<String>();
    try (var ana = stranger("Ana");
        var again = stranger("Ana again")) {
      ana.done(new Intent.LookAtRelay(town.link()));
      assertEquals(
          new SessionView.Unregistered(List.of("openid"), false, "Example"), ana.session());
      ana.done(new Intent.SignIn(town.link(), browser("ana", pages)));
      assertTrue(String.valueOf(pages.poll(30, TimeUnit.SECONDS)).contains("Go back to Juntos"));
      ana.done(new Intent.CreateProfile("Ana", Person.passphrase()));
      ana.start();
      again.done(new Intent.SignIn(town.link(), browser("ana", pages)));
      again.done(new Intent.CreateProfile("Ana", Person.passphrase()));
      ana.until(
          "the first account was replaced",
          person -> person.session() instanceof SessionView.Deregistered);
    }
  }

  @Test
  void whoever_goes_back_waits_no_longer_and_may_begin_again() throws Exception {
    var pages = new LinkedBlockingQueue<String>();
    try (var ana = stranger("Ana")) {
      Consumer<URI> nobody =
          _ -> {
            try {
              assertInstanceOf(Outcome.Done.class, ana.submit(new Intent.CancelSignIn()));
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
          };
      assertEquals("cancelled", ana.refusalOf(new Intent.SignIn(town.link(), nobody)));
      ana.done(new Intent.SignIn(town.link(), browser("ana", pages)));
      assertInstanceOf(SessionView.CodeConfirmed.class, ana.session());
    }
  }

  @Test
  void an_answer_that_somebody_else_makes_up_is_not_taken() throws Exception {
    var pages = new LinkedBlockingQueue<String>();
    try (var ana = stranger("Ana")) {
      Consumer<URI> real = browser("ana", pages);
      Consumer<URI> attacked =
          address -> {
            var redirect = address.getQuery().replaceAll(".*redirect_uri=([^&]*).*", "$1");
            assertTrue(visit(URI.create(redirect + "?state=x&code=evil")).contains("Not here"));
            assertTrue(visit(URI.create(redirect + "?code=evil")).contains("Not here"));
            real.accept(address);
          };
      ana.done(new Intent.SignIn(town.link(), attacked));
    }
  }

  @Test
  void a_provider_that_does_not_answer_is_said_to_be_away() throws Exception {
    provider.shutdown();
    try (var ana = stranger("Ana")) {
      assertEquals("openid-unavailable", ana.refusalOf(new Intent.SignIn(town.link(), _ -> {})));
    }
  }
}

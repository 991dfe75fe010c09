package org.juntos.testkit.process;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.EngineParts;
import org.juntos.engine.ProfileEngine;
import org.juntos.engine.connection.OkHttpRelayLinks;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.time.VirtualLoops;
import org.juntos.store.Environment;
import org.juntos.store.db.DatabaseThread;
import org.juntos.testkit.Codes;
import org.juntos.testkit.UntouchedMedia;

/// One device of a crowd: an engine on its profile, and what it can be told and asked.
final class Resident implements AutoCloseable {
  private static final int ALL = 10_000_000;
  private static final int PAGE = 200;

  private final String relay;
  private final Path codes;
  private final OkHttpRelayLinks links = new OkHttpRelayLinks(InstantSource.system());
  private final ProfileEngine engine;
  private @Nullable Writer writer;

  /// Goes on when there is a profile already.
  Resident(Path profile, String relay, Path codes) throws IOException, InterruptedException {
    this.relay = relay;
    this.codes = codes;
    var environment =
        new Environment(
            InstantSource.system(),
            new SecureRandom(),
            FileKeyring.beside(profile),
            DatabaseThread::own);
    engine =
        new ProfileEngine(
            new EngineParts(profile, links, new UntouchedMedia(), environment, new VirtualLoops()));
    if (engine.models().session().value() instanceof SessionView.Locked) {
      submit(new Intent.Unlock(new Protection.Keyring()));
      engine.start();
    }
  }

  String answer(String verb, String rest) throws IOException, InterruptedException {
    return switch (verb) {
      case "register" -> register(rest);
      case "code" -> code();
      case "let" -> submit(new Intent.LinkDevice(rest));
      case "join-account" -> joinAccount();
      case "link" ->
          engine.models().session().value() instanceof SessionView.Ready ready ? ready.link() : "";
      case "add" -> submit(new Intent.AddContact(rest));
      case "accept" -> accept();
      case "found" -> submit(new Intent.CreateGroup(rest, List.of()));
      case "group-link" -> groupLink(rest);
      case "join" -> submit(new Intent.JoinGroup(rest));
      case "members" -> Integer.toString(members(rest));
      case "knows" -> find(rest) == null ? "" : "yes";
      case "talk" -> talk(rest);
      case "written" -> writer == null ? "0" : Integer.toString(writer.written());
      case "unsent" -> Integer.toString(engine.models().unsent());
      case "texts" -> texts(rest);
      case "trouble" -> trouble();
      default -> "what?";
    };
  }

  private String submit(Intent intent) throws InterruptedException {
    return engine.submit(intent) instanceof Outcome.Refused(var problem)
        ? "refused " + problem.code()
        : "done";
  }

  /// `NAME PHONE`.
  private String register(String nameAndPhone) throws IOException, InterruptedException {
    var words = nameAndPhone.split(" ", -1);
    submit(new Intent.StartRegistration(relay, words[1]));
    submit(new Intent.ConfirmCode(Codes.last(codes, words[1])));
    var done = submit(new Intent.CreateProfile(words[0], new Protection.Keyring()));
    engine.start();
    return done;
  }

  private String code() throws InterruptedException {
    submit(new Intent.StartLinking(relay, "second"));
    return engine.models().session().value() instanceof SessionView.Linking linking
        ? linking.code()
        : "";
  }

  private String joinAccount() throws InterruptedException {
    if (!(engine.models().session().value() instanceof SessionView.LinkAccepted)) {
      return "not yet";
    }
    var done = submit(new Intent.CreateProfile("", new Protection.Keyring()));
    engine.start();
    return done;
  }

  /// How many contacts are accepted now.
  private String accept() throws InterruptedException {
    long accepted = 0;
    for (var contact : engine.models().contacts().value()) {
      if (contact.standing() == ContactView.Standing.ASKING) {
        submit(new Intent.AcceptContact(contact.account()));
      }
      accepted += contact.standing() == ContactView.Standing.ACCEPTED ? 1 : 0;
    }
    return Long.toString(accepted);
  }

  private String groupLink(String name) throws InterruptedException {
    var wish = new GroupWish.MakeLink(null, 0, false);
    var group = find(name);
    return group != null
            && engine.submit(new Intent.ChangeGroup(group, wish))
                instanceof Outcome.GroupLinked(var link)
        ? link
        : "";
  }

  private int members(String name) {
    for (var conversation : engine.models().conversations().value()) {
      var group = conversation.group();
      if (group != null && group.name().equals(name)) {
        return group.members().size();
      }
    }
    return 0;
  }

  private @Nullable ConversationId find(String name) {
    for (var conversation : engine.models().conversations().value()) {
      var group = conversation.group();
      if (group != null && group.name().equals(name)) {
        return conversation.id();
      }
    }
    for (var contact : engine.models().contacts().value()) {
      if (contact.name().equals(name) && contact.standing() == ContactView.Standing.ACCEPTED) {
        return contact.conversation();
      }
    }
    return null;
  }

  /// `TALK PERSON`: goes on where it was, as soon as all conversations are known.
  private String talk(String talkAndPerson) throws InterruptedException {
    var words = talkAndPerson.split(" ", -1);
    var talk = Talk.parse(words[0]);
    int person = Integer.parseInt(words[1]);
    int next = 0;
    for (var name : talk.conversations(person)) {
      var conversation = find(name);
      if (conversation == null) {
        return "";
      }
      next = Math.max(next, afterLast(conversation));
    }
    writer = new Writer(this, talk, person, next);
    writer.start();
    return Integer.toString(next);
  }

  /// The number after that of the last own message of a conversation.
  private int afterLast(ConversationId conversation) {
    long before = Long.MAX_VALUE;
    while (true) {
      var page = engine.models().history(conversation, before, PAGE);
      for (var entry : page.reversed()) {
        if (entry.kind() == EntryView.Kind.MESSAGE && entry.outgoing()) {
          return Integer.parseInt(entry.body().substring(entry.body().indexOf(':') + 1)) + 1;
        }
      }
      if (page.size() < PAGE) {
        return 0;
      }
      before = page.getFirst().row();
    }
  }

  /// How much the relay does not have yet.
  int unsent() {
    return engine.models().unsent();
  }

  /// Whether it was taken; then it is committed.
  boolean write(String conversation, String text) throws InterruptedException {
    var known = find(conversation);
    return known != null
        && engine.submit(new Intent.SendMessage(known, text, List.of())) instanceof Outcome.Queued;
  }

  /// All messages of a conversation in the order in which they are shown.
  private String texts(String name) {
    var known = find(name);
    return known == null
        ? ""
        : engine.models().history(known, Long.MAX_VALUE, ALL).stream()
            .filter(entry -> entry.kind() == EntryView.Kind.MESSAGE)
            .map(EntryView::body)
            .collect(Collectors.joining(","));
  }

  /// What is wrong with groups.
  private String trouble() {
    return engine.models().conversations().value().stream()
        .map(ConversationView::group)
        .filter(group -> group != null && group.trouble() != null)
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  @Override
  public void close() {
    engine.close();
    links.close();
  }
}

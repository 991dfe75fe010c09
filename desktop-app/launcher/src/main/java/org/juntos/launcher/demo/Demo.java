package org.juntos.launcher.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.juntos.content.ConversationId;

/// Runs the story and checks what came of it. Its relay goes on until this is closed.
public final class Demo implements AutoCloseable {
  private static final int NEEDLE_BYTES = 48;

  private final DemoSettings settings;
  private final DemoClients clients;
  private final Consumer<String> out;
  private final Pause pause;
  private final DemoRelay relay;
  private final List<Path> screenshots = new ArrayList<>();

  /// @param out takes the lines in which the story is told
  ///
  /// @throws IOException when its folder cannot be made
  public Demo(DemoSettings settings, DemoClients clients, Consumer<String> out, Sleeper sleeper)
      throws IOException {
    this.settings = settings;
    this.clients = clients;
    this.out = out;
    this.pause = new PatientPause(sleeper);
    this.relay = new DemoRelay(settings.command(), settings.folder().resolve("relay"), pause);
  }

  /// Plays everything once.
  ///
  /// @return whether all of it came true
  public boolean run() throws IOException, InterruptedException {
    try {
      return play();
    } catch (DemoFailure failure) {
      tell("FAILED: " + failure.getMessage());
      return false;
    }
  }

  private boolean play() throws IOException, InterruptedException {
    var files = DemoFiles.unpack(settings.folder().resolve("files"));
    var cast =
        new Cast(
            person("Ana", "+4915112345670"),
            person("Ben", "+351912345678"),
            person("Cleo", "+436641234567"));
    tell("A relay starts at " + relay.address());
    relay.start();
    var voice = new Teller();
    var talk = new Talk(voice, pause);
    var feats = new Feats();
    var scene = new Story.Scene(cast, talk, feats, files, voice, pause);
    var story = new DemoStory(relay, scene);
    story.register();
    story.becomeContacts();
    story.talk();
    var people = new PeopleStory(scene);
    people.profile();
    people.presence();
    people.group();
    new HandlingStory(scene).handle();
    new SaidStory(scene).tell();
    new AlbumStory(scene).tell();
    new CardsStory(scene).tell();
    people.status();
    var choices = new ChoicesStory(scene);
    choices.order();
    choices.quiet();
    new StickerStory(scene).tell();
    new VanishingStory(scene).tell();
    story.goOffline();
    var findings = new ArrayList<>(hunt(files, true));
    story.relayDies();
    story.everyoneReturns();
    findings.addAll(hunt(files, false));
    var count = DemoCount.of(talk.said());
    new LeavingStory(scene).leave();
    return report(count, feats, findings);
  }

  private DemoPerson person(String name, String phoneNumber) throws IOException {
    var engine = clients.open(name, settings.folder().resolve(name));
    return new DemoPerson(name, phoneNumber, engine);
  }

  /// Searches all that the relay is: its data folder, its log and its memory.
  private List<String> hunt(DemoFiles files, boolean aloud)
      throws IOException, InterruptedException {
    if (aloud) {
      tell("Searching the relay's data folder, log and heap for what was said");
    }
    var hunt = new PlaintextHunt();
    DemoStory.SECRETS.forEach(hunt::text);
    PeopleStory.SECRETS.forEach(hunt::text);
    ChoicesStory.SECRETS.forEach(hunt::text);
    VanishingStory.SECRETS.forEach(hunt::text);
    StickerStory.SECRETS.forEach(hunt::text);
    HandlingStory.SECRETS.forEach(hunt::text);
    SaidStory.SECRETS.forEach(hunt::text);
    AlbumStory.SECRETS.forEach(hunt::text);
    CardsStory.SECRETS.forEach(hunt::text);
    for (var file : files.all()) {
      hunt.bytes(file.getFileName().toString(), middle(file));
      hunt.text(file.getFileName().toString());
    }
    var heap = relay.dumpHeap();
    proveThatItFinds(heap);
    var found = new LinkedHashSet<String>();
    for (var place : List.of(relay.data(), relay.log(), heap)) {
      found.addAll(hunt.search(place));
    }
    Files.delete(heap);
    return List.copyOf(found);
  }

  /// A search that finds nothing proves nothing until it has found something: the relay's own
  /// package name is in its heap.
  private static void proveThatItFinds(Path heap) throws IOException {
    var control = new PlaintextHunt();
    control.text("org.juntos.relay");
    if (control.search(heap).isEmpty()) {
      throw new DemoFailure("the search does not even find the relay's own name in its heap");
    }
  }

  private static byte[] middle(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    int from = bytes.length / 2;
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + NEEDLE_BYTES));
  }

  private boolean report(DemoCount count, Feats feats, List<String> findings) {
    findings.forEach(finding -> tell("PLAINTEXT: " + finding));
    tell(
        "%d messages: %d accepted, %d delivered, %d seen, %d lost, %d duplicated; plaintext at the relay: %d"
            .formatted(
                count.sent(),
                count.accepted(),
                count.delivered(),
                count.seen(),
                count.lost(),
                count.duplicated(),
                findings.size()));
    tell("Screenshots: " + settings.screenshots());
    if (settings.json()) {
      out.accept(json(count, feats, findings.size()));
    }
    return count.isPerfect() && findings.isEmpty();
  }

  private String json(DemoCount count, Feats feats, int plaintextFound) {
    var quoted = screenshots.stream().map(path -> JsonText.quote(path.toString())).toList();
    return "{\"accepted\":%d,\"delivered\":%d,\"seen\":%d,\"lost\":%d,\"duplicated\":%d,\"plaintextFound\":%d,\"features\":%s,\"screenshots\":[%s]}"
        .formatted(
            count.accepted(),
            count.delivered(),
            count.seen(),
            count.lost(),
            count.duplicated(),
            plaintextFound,
            feats.json(),
            String.join(",", quoted));
  }

  /// Ends the relay.
  @Override
  public void close() {
    relay.close();
  }

  private void tell(String line) {
    out.accept("· " + line);
  }

  private final class Teller implements DemoVoice {
    @Override
    public void says(String line) {
      tell(line);
    }

    @Override
    public void opens(DemoPerson person, ConversationId conversation) {
      clients.openConversation(person.name(), conversation);
    }

    @Override
    public void viewsStatuses(DemoPerson person, DemoPerson author) {
      clients.viewStatuses(person.name(), author.account());
    }

    @Override
    public void shows(String moment) {
      try {
        Files.createDirectories(settings.screenshots());
        screenshots.addAll(clients.photograph(settings.screenshots(), moment));
      } catch (IOException e) {
        throw new DemoFailure("cannot write the screenshots", e);
      }
    }
  }
}

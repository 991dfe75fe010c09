package org.juntos.media.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.media.MediaSource;

/// Files that try to make the decoder open something else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileMediaTest {
  private static final Path CACHE = Path.of("target", "ffmpeg-cache").toAbsolutePath();

  private final AtomicInteger visits = new AtomicInteger();
  private Tools tools;
  private Prober prober;
  private Path secret;
  private HttpServer victim;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    tools = new Tools(new FfmpegFiles(CACHE), temporary);
    prober = new Prober(tools, Duration.ofSeconds(10));
    secret = new Clips(tools).video(temporary.resolve("private.mp4"), 320, 240, 1);
    victim = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    victim.createContext(
        "/",
        exchange -> {
          visits.incrementAndGet();
          var body = Files.readAllBytes(secret);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    victim.start();
  }

  @AfterAll
  void stop() {
    victim.stop(0);
  }

  @Test
  void the_secretclip_itself_could_be_played() throws Exception {
    assertInstanceOf(RunResult.Done.class, probed(Files.readAllBytes(secret)));
  }

  @Test
  void a_list_of_files_opens_none_of_them() throws Exception {
    var concat = "ffconcat version 1.0\nfile 'file:" + secret + "'\n";
    assertRefused(concat);
  }

  @Test
  void a_playlist_opens_no_file_and_no_address() throws Exception {
    var port = victim.getAddress().getPort();
    for (var target : List.of("http://127.0.0.1:" + port + "/x.ts", "file:" + secret)) {
      var playlist =
          "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1,\n" + target + "\n#EXT-X-ENDLIST\n";
      assertRefused(playlist);
    }
    assertEquals(0, visits.get());
  }

  @Test
  void a_manifest_or_a_session_description_opens_no_address() throws Exception {
    var port = victim.getAddress().getPort();
    assertRefused(
        "<?xml version=\"1.0\"?><MPD type=\"static\"><Period><BaseURL>http://127.0.0.1:"
            + port
            + "/</BaseURL></Period></MPD>");
    assertRefused("v=0\nc=IN IP4 127.0.0.1\nm=video " + port + " RTP/AVP 96\n");
    assertEquals(0, visits.get());
  }

  @Test
  void a_movie_that_names_another_file_does_not_open_it() throws Exception {
    var movie = Files.readAllBytes(secret);
    var text = new String(movie, StandardCharsets.ISO_8859_1);
    var reference = text.indexOf("url \0\0\0\1");
    assertTrue(reference > 0, "no data reference to change");
    movie[reference + 7] = 0; // no longer in this file, but at the address that follows
    var poster = new Poster(tools, Duration.ofSeconds(10));
    try (var loopback = new LoopbackMedia(MediaSource.of(movie, "video/mp4"), new SecureRandom())) {
      if (prober.probe(loopback.input()) instanceof RunResult.Done<Probe>(var probe)
          && probe.video() != null) {
        poster.of(loopback.input(), probe.video(), probe.duration());
      }
    }
    assertEquals(0, visits.get());
  }

  @Test
  void a_received_playlist_reaches_nothing_but_itself() throws Exception {
    var port = victim.getAddress().getPort();
    var playlist = "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:" + port + "/x.ts\n";
    assertInstanceOf(RunResult.Failed.class, probed(playlist.getBytes(StandardCharsets.US_ASCII)));
    assertEquals(0, visits.get());
  }

  @Test
  void even_an_allowed_address_ends_at_the_proxy() throws Exception {
    var address = "http://127.0.0.1:" + victim.getAddress().getPort() + "/clip.mp4";
    var source = MediaSource.of(Files.readAllBytes(secret), "video/mp4");
    try (var loopback = new LoopbackMedia(source, new SecureRandom())) {
      var input = MediaInput.loopback(address, loopback.input().environment());
      assertInstanceOf(RunResult.Failed.class, prober.probe(input));
      assertInstanceOf(RunResult.Done.class, prober.probe(loopback.input()));
    }
    assertEquals(0, visits.get());
  }

  @Test
  void a_decoder_has_no_capture_devices() throws Exception {
    var run =
        tools.run(
            Tool.FFMPEG,
            List.of("-devices"),
            new MediaInput(List.of(), Map.of()),
            Duration.ofSeconds(10),
            output -> new String(output.readAllBytes(), StandardCharsets.UTF_8));
    var said = assertInstanceOf(RunResult.Done.class, run).value().toString();
    for (var device : List.of("x11grab", "xcbgrab", "alsa", "pulse", "v4l2", "avfoundation")) {
      assertFalse(said.toLowerCase(Locale.ROOT).contains(device), said);
    }
  }

  private RunResult<Probe> probed(byte[] content) throws Exception {
    var source = MediaSource.of(content, "video/mp4");
    try (var loopback = new LoopbackMedia(source, new SecureRandom())) {
      return prober.probe(loopback.input());
    }
  }

  private void assertRefused(String content) throws Exception {
    var bytes = content.getBytes(StandardCharsets.US_ASCII);
    assertInstanceOf(RunResult.Failed.class, probed(bytes));
    assertFalse(MediaMagic.isPlayable(bytes));
  }
}

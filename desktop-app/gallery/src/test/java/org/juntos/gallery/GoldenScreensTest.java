package org.juntos.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.ui.fx.FxToolkit;
import org.juntos.ui.theme.Theme;

/// The screens look as they did when somebody last looked at them. After a wanted change:
/// `-Dgolden=update`, then look at the pictures.
class GoldenScreensTest {
  private static final Path KEPT = Path.of("src/test/resources/org/juntos/gallery");
  private static final Path FOUND = Path.of("target/screens");
  private static final Map<String, Shot> SHOTS =
      Screens.all().stream().collect(Collectors.toMap(Shot::name, Function.identity()));

  @TempDir private static Path folder;

  @BeforeAll
  static void start() throws InterruptedException {
    FxToolkit.startAndStay();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "onboarding-number-light",
        "list-chosen-light",
        "list-chosen-dark",
        "narrow-list-chosen-dark",
        "list-archived-light",
        "list-folder-dark",
        "list-folder-empty-light",
        "voice-recording-light",
        "voice-recording-dark",
        "voice-kept-dark",
        "voice-narrow-light",
        "voice-microphone-light",
        "stickers-light",
        "stickers-dark",
        "stickers-picker-light",
        "stickers-picker-dark",
        "stickers-make-light",
        "stickers-make-empty-light",
        "stickers-make-many-dark",
        "notifications-light",
        "notifications-hours-dark",
        "notifications-quiet-light",
        "narrow-notifications-light",
        "search-found-light",
        "search-poll-light",
        "search-empty-dark",
        "find-in-conversation-dark",
        "find-day-light",
        "gallery-media-light",
        "gallery-files-dark",
        "vanishing-light",
        "narrow-vanishing-dark",
        "vanishing-question-dark",
        "vanishing-own-light",
        "history-question-light",
        "group-light",
        "group-info-dark",
        "group-trouble-light",
        "new-group-dark",
        "onboarding-code-dark",
        "onboarding-pin-dark",
        "account-locked-light",
        "onboarding-profile-passphrase-light",
        "onboarding-problem-dark",
        "onboarding-link-code-light",
        "own-devices-dark",
        "deleted-account-light",
        "damaged-light",
        "list-empty-dark",
        "conversation-light",
        "conversation-dark",
        "conversation-failed-light",
        "said-light",
        "said-dark",
        "narrow-said-light",
        "said-shown-light",
        "said-doubt-light",
        "said-written-dark",
        "said-preview-light",
        "group-mention-light",
        "privacy-off-light",
        "handled-light",
        "handled-dark",
        "handled-narrow-light",
        "handled-chosen-dark",
        "handled-forward-light",
        "handled-details-dark",
        "handled-starred-light",
        "handled-scheduled-light",
        "handled-later-dark",
        "handled-draft-light",
        "marked-light",
        "marked-dark",
        "marked-react-light",
        "marked-reply-dark",
        "marked-delete-light",
        "marked-tools-light",
        "marked-edit-light",
        "marked-versions-dark",
        "narrow-marked-dark",
        "conversation-long-light",
        "conversation-unread-dark",
        "cards-polls-light",
        "cards-closed-dark",
        "narrow-cards-polls-dark",
        "cards-places-light",
        "narrow-cards-places-light",
        "cards-new-poll-light",
        "cards-new-poll-refused-dark",
        "cards-new-place-light",
        "cards-new-contact-dark",
        "cards-map-question-light",
        "media-pictures-light",
        "media-transfers-dark",
        "media-preparing-light",
        "narrow-preparing-dark",
        "media-not-prepared-dark",
        "media-sounds-files-light",
        "album-light",
        "album-failed-dark",
        "narrow-album-dark",
        "viewer-album-light",
        "viewer-offered-dark",
        "file-question-light",
        "viewer-picture-dark",
        "composer-files-light",
        "statuses-light",
        "status-text-dark",
        "status-own-seen-dark",
        "status-composer-refused-light",
        "conversation-status-light",
        "offline-light",
        "request-dark",
        "key-changed-verified-light",
        "key-back-dark",
        "narrow-key-back-page-light",
        "contact-dark",
        "safety-number-light",
        "safety-number-changed-dark",
        "report-light",
        "request-declined-light",
        "address-book-imported-dark",
        "address-book-matched-light",
        "account-found-on-dark",
        "add-contact-light",
        "settings-dark",
        "problem-light",
        "naughty-light",
        "naughty-dark",
        "narrow-conversation-dark"
      })
  void looks_as_it_did(String name) throws IOException {
    var taken = take(name);
    if ("update".equals(System.getProperty("golden"))) {
      ImageIO.write(taken, "png", KEPT.resolve(name + ".png").toFile());
    }
    var kept = ImageIO.read(KEPT.resolve(name + ".png").toFile());
    var difference = Difference.between(kept, taken);
    if (!difference.isSmall()) {
      Files.createDirectories(FOUND);
      ImageIO.write(taken, "png", FOUND.resolve(name + ".png").toFile());
    }
    assertTrue(
        difference.isSmall(),
        () -> difference + "; compare " + FOUND.resolve(name + ".png") + " with the kept one");
  }

  @Test
  void what_comes_late_further_up_moves_nothing_on_screen() throws IOException {
    var reading = new ReadingPlace();
    new Darkroom(folder).take(reading.shot(), Theme.ofKey("light"));
    assertTrue(reading.before().size() > 3, reading.before()::toString);
    assertFalse(reading.before().getLast().contains("Thank you"), "scrolled up");
    assertEquals(reading.before(), reading.after());
  }

  @Test
  void tells_apart_two_screens_that_differ_in_one_line_of_text() throws IOException {
    var kept = ImageIO.read(KEPT.resolve("conversation-light.png").toFile());
    var changed = new BufferedImage(kept.getWidth(), kept.getHeight(), kept.getType());
    var brush = changed.createGraphics();
    brush.drawImage(kept, 0, 0, null);
    brush.setColor(Color.DARK_GRAY);
    brush.drawString("one line of text more than before", 400, 300);
    assertTrue(Difference.between(kept, kept).isSmall());
    assertFalse(Difference.between(kept, changed).isSmall());
  }

  private static BufferedImage take(String name) throws IOException {
    var dash = name.lastIndexOf('-');
    var theme = Theme.ofKey(name.substring(dash + 1));
    var shot = Objects.requireNonNull(SHOTS.get(name.substring(0, dash)), name);
    return SwingFXUtils.fromFXImage(new Darkroom(folder).take(shot, theme), null);
  }

  /// How two pictures differ.
  ///
  /// @param pixels that clearly differ; how letters are smoothed varies a little from run to run
  private record Difference(int width, int height, int pixels) {
    private static final int CLEARLY = 150;
    private static final int FEW = 60;

    static Difference between(BufferedImage one, BufferedImage other) {
      if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
        return new Difference(other.getWidth(), other.getHeight(), Integer.MAX_VALUE);
      }
      var differing = 0;
      for (var y = 0; y < one.getHeight(); y++) {
        for (var x = 0; x < one.getWidth(); x++) {
          if (distance(one.getRGB(x, y), other.getRGB(x, y)) > CLEARLY) {
            differing++;
          }
        }
      }
      return new Difference(one.getWidth(), one.getHeight(), differing);
    }

    boolean isSmall() {
      return pixels <= FEW;
    }

    private static int distance(int one, int other) {
      return Math.abs((one >> 16 & 255) - (other >> 16 & 255))
          + Math.abs((one >> 8 & 255) - (other >> 8 & 255))
          + Math.abs((one & 255) - (other & 255));
    }
  }
}

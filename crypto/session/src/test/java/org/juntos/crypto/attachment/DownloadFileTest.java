package org.juntos.crypto.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.crypto.attachment.EncryptedFiles.SEGMENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.Attachment;

final class DownloadFileTest {
  private static final FileCheck INTACT = new FileCheck.Intact();

  private final byte[] plaintext = EncryptedFiles.plaintext(2 * SEGMENT + 5, 1);

  @TempDir private Path folder;
  private byte[] honest = new byte[0];

  private Path part() {
    return folder.resolve("part");
  }

  private Attachment attachment() throws IOException {
    var source = folder.resolve("source");
    var attachment = EncryptedFiles.encrypt(plaintext, source);
    honest = Files.readAllBytes(source);
    return attachment;
  }

  @BeforeEach
  void nothing_is_there() {
    assertFalse(Files.exists(part()));
  }

  private FileCheck download(Attachment attachment, byte[] bytes, int from, int to)
      throws IOException {
    try (var download = DownloadFile.open(part(), attachment)) {
      assertEquals(from, download.position());
      for (int at = from; at < to; at += 10_000) {
        assertTrue(download.write(bytes, at, Math.min(10_000, to - at)));
      }
      return download.finish();
    }
  }

  @Test
  void a_download_in_one_go_is_verified() throws IOException {
    var attachment = attachment();
    assertEquals(INTACT, download(attachment, honest, 0, honest.length));
    assertArrayEquals(plaintext, EncryptedFiles.decrypt(part(), attachment, INTACT));
  }

  @Test
  void a_download_goes_on_where_it_broke_off() throws IOException {
    var attachment = attachment();
    int thirty = honest.length * 3 / 10;
    int ninety = honest.length * 9 / 10;
    assertEquals(
        new FileCheck.Truncated(thirty, honest.length), download(attachment, honest, 0, thirty));
    assertEquals(
        new FileCheck.Truncated(ninety, honest.length),
        download(attachment, honest, thirty, ninety));
    assertEquals(INTACT, download(attachment, honest, ninety, honest.length));
    assertArrayEquals(plaintext, EncryptedFiles.decrypt(part(), attachment, INTACT));
  }

  @Test
  void a_download_that_was_killed_goes_on_too() throws IOException {
    var attachment = attachment();
    try (var download = DownloadFile.open(part(), attachment)) {
      assertTrue(download.write(honest, 0, 12_345));
    }
    assertEquals(INTACT, download(attachment, honest, 12_345, honest.length));
  }

  @Test
  void what_was_changed_is_thrown_away() throws IOException {
    var attachment = attachment();
    var changed = honest.clone();
    changed[SEGMENT] ^= 1;
    assertInstanceOf(FileCheck.Tampered.class, download(attachment, changed, 0, changed.length));
    assertEquals(0, Files.size(part()));
    assertEquals(INTACT, download(attachment, honest, 0, honest.length));
  }

  @Test
  void what_was_changed_on_the_disk_between_is_noticed() throws IOException {
    var attachment = attachment();
    download(attachment, honest, 0, 5000);
    var present = Files.readAllBytes(part());
    present[17] ^= 1;
    Files.write(part(), present);
    assertInstanceOf(FileCheck.Tampered.class, download(attachment, honest, 5000, honest.length));
  }

  @Test
  void a_relay_that_sends_without_end_fills_no_disk() throws IOException {
    var attachment = attachment();
    var longer = Arrays.copyOf(honest, honest.length + 10);
    try (var download = DownloadFile.open(part(), attachment)) {
      assertTrue(download.write(longer, 0, honest.length - 10));
      assertEquals(10, download.missingBytes());
      assertFalse(download.write(longer, honest.length - 10, 20));
      assertEquals(honest.length - 10, download.position());
    }
    assertEquals(honest.length - 10, Files.size(part()));
  }

  @Test
  void a_part_that_is_too_long_starts_over() throws IOException {
    var attachment = attachment();
    Files.write(part(), new byte[honest.length + 1]);
    try (var download = DownloadFile.open(part(), attachment)) {
      assertEquals(-1, download.missingBytes());
      assertInstanceOf(FileCheck.Tampered.class, download.finish());
    }
    assertEquals(INTACT, download(attachment, honest, 0, honest.length));
  }
}

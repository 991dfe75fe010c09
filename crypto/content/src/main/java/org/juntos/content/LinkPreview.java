package org.juntos.content;

import org.juntos.wire.Bytes;

/// What a link leads to, as the sender has seen it: the reader fetches nothing.
///
/// @param address as it stands in the text; at most [#MAX_ADDRESS_BYTES] of UTF-8
/// @param title not blank, on one line; at most [#MAX_TITLE_BYTES] of UTF-8
/// @param description may be empty; at most [#MAX_DESCRIPTION_BYTES] of UTF-8
/// @param picture [Picture#NONE] when there is none
public record LinkPreview(String address, String title, String description, Picture picture) {
  /// Longest address.
  public static final int MAX_ADDRESS_BYTES = 2048;

  /// Longest title.
  public static final int MAX_TITLE_BYTES = 512;

  /// Longest description.
  public static final int MAX_DESCRIPTION_BYTES = 1024;

  public LinkPreview {
    address = WellFormed.text(address);
    title = WellFormed.text(title);
    description = WellFormed.text(description);
    if (address.isEmpty() || WellFormed.utf8Size(address) > MAX_ADDRESS_BYTES) {
      throw new IllegalArgumentException("an address has 1 to 2048 bytes of UTF-8");
    }
    if (title.isBlank() || WellFormed.utf8Size(title) > MAX_TITLE_BYTES) {
      throw new IllegalArgumentException("a title has 1 to 512 bytes of UTF-8");
    }
    if (WellFormed.utf8Size(description) > MAX_DESCRIPTION_BYTES) {
      throw new IllegalArgumentException("a description has at most 1024 bytes of UTF-8");
    }
  }

  /// Whether its address stands in a text, as a link.
  public boolean standsIn(String body) {
    return body.contains(address)
        && WebLinks.in(body).stream().anyMatch(link -> link.text().equals(address));
  }

  /// A small picture.
  ///
  /// @param jpeg at most [#MAX_BYTES]; decoded in a process of its own only. Empty: none
  /// @param width pixels
  /// @param height pixels
  public record Picture(Bytes jpeg, int width, int height) {
    /// Largest picture.
    public static final int MAX_BYTES = 16 * 1024;

    /// Longest side.
    public static final int MAX_PIXELS = 1024;

    /// No picture.
    public static final Picture NONE = new Picture(Bytes.EMPTY, 0, 0);

    public Picture {
      boolean some = !jpeg.isEmpty();
      if (jpeg.size() > MAX_BYTES) {
        throw new IllegalArgumentException("a picture of a link has at most 16 KiB");
      }
      if (some ? !isSide(width) || !isSide(height) : width != 0 || height != 0) {
        throw new IllegalArgumentException("impossible size of a picture of a link");
      }
    }

    private static boolean isSide(int pixels) {
      return pixels >= 1 && pixels <= MAX_PIXELS;
    }

    /// Its size, and nothing of it.
    @Override
    public String toString() {
      return "Picture(" + jpeg.size() + " bytes)";
    }
  }
}

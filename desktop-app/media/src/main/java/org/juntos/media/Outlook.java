package org.juntos.media;

/// What has to be done with a file before it can be sent.
public sealed interface Outlook {
  /// Nothing: it says nothing that could be removed.
  ///
  /// @param fileName safe base name to send along
  record AsItIs(MediaDescription description, String fileName) implements Outlook {}

  /// It has to be measured and cleaned.
  ///
  /// @param mediaType what it looks like; only preparing it tells
  /// @param fileName safe base name
  record ToPrepare(String mediaType, String fileName) implements Outlook {}
}

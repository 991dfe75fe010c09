package org.juntos.content;

/// What a message can be in place of text and files. All words in it are on one line each, without
/// characters that turn the writing round.
public sealed interface Card permits Poll, Place, ContactCard {
  /// All words of it, a line each: what is found by search, read aloud and copied.
  String text();

  /// What it is and is called, in one line: what lists, quotes and notifications show.
  String title();
}
